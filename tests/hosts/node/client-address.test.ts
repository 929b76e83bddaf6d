import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { coarsen, addressHeader, protocolHeader } from '#hosts/node/http/client-address.ts';
import { createHttpServer, type HttpServer } from '#hosts/node/http/create-http-server.ts';

describe('An address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1::', '1:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
    ['', null],
    ['unknown', null],
    ['256.1.1.1', null],
    ['1.2.3.4, 5.6.7.8', null],
    ['::1\u0000', null],
    ['[::1]', null],
    ['2001:db8::1::2', null],
  ])('%s counts as %s', (address, counted) => {
    expect(coarsen(address)).toBe(counted);
  });
});

describe('Where a request comes from', () => {
  const servers: HttpServer[] = [];
  const serve = async (trustedProxies: number) => {
    const server = await createHttpServer(
      async ({ headers }) =>
        Response.json([
          headers.get(addressHeader),
          headers.get(protocolHeader),
          headers.get('x-forwarded-for'),
          headers.get('forwarded'),
        ]),
      { host: '127.0.0.1', port: 0, trustedProxies },
    );
    servers.push(server);
    return server;
  };
  const ask = async ({ port }: HttpServer, lines: readonly string[]): Promise<unknown> => {
    const socket = connect(port, '127.0.0.1');
    socket.write(['GET / HTTP/1.0', ...lines, '', ''].join('\r\n'));
    return JSON.parse((await text(socket)).split('\r\n\r\n')[1] ?? '');
  };
  let none: HttpServer;
  let one: HttpServer;
  let two: HttpServer;
  beforeAll(async () => {
    [none, one, two] = await Promise.all([serve(0), serve(1), serve(2)]);
  });
  afterAll(() => Promise.all(servers.map((server) => server.stop())));

  const claims = [
    'X-Forwarded-For: 203.0.113.7',
    'X-Forwarded-Proto: http',
    'Forwarded: for=203.0.113.7',
    `${addressHeader}: 203.0.113.7`,
  ];

  it('is the peer, whatever it says, where no proxy is trusted', async () => {
    expect(await ask(none, claims)).toEqual(['127.0.0.1', null, null, null]);
  });

  it('is what the trusted proxy says, and nothing that passed through it', async () => {
    expect(await ask(one, claims)).toEqual(['203.0.113.7', 'http', null, null]);
    expect(await ask(one, ['X-Forwarded-For: 198.51.100.1, 203.0.113.7'])).toEqual(['203.0.113.7', null, null, null]);
    expect(await ask(one, ['X-Forwarded-For: 198.51.100.1', 'X-Forwarded-For: 203.0.113.7'])).toMatchObject([
      '203.0.113.7',
      null,
      null,
      null,
    ]);
  });

  it('is counted from the right, one for each proxy', async () => {
    const forged = 'X-Forwarded-For: 192.0.2.1, 203.0.113.7, 10.0.0.1';
    expect(await ask(two, [forged, 'X-Forwarded-Proto: https, http'])).toEqual(['203.0.113.7', 'https', null, null]);
    expect(await ask(two, ['X-Forwarded-For: 203.0.113.7'])).toMatchObject(['203.0.113.7', null, null, null]);
  });

  it.each([
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['203.0.113.7:4711', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
  ])('may be written as %s', async (written, counted) => {
    expect(await ask(one, [`X-Forwarded-For: ${written}`])).toMatchObject([counted, null, null, null]);
  });

  it.each([
    ['nothing', ''],
    ['a comma', ','],
    ['a word', 'unknown'],
    ['nothing at its end', '203.0.113.7,'],
    ['a word at its end', '203.0.113.7, evil"'],
    ['markup', '<script>'],
    ['no address', '999.999.999.999'],
    ['many commas', ','.repeat(3_500)],
    ['a long word', 'x'.repeat(8_000)],
    ['two addresses without a comma', '203.0.113.7 10.0.0.1'],
  ])('is the peer where the proxy says %s', async (_, written) => {
    const lines = [`X-Forwarded-For: ${written}`, `X-Forwarded-Proto: ${written.slice(0, 20)}`];
    expect(await ask(one, lines)).toEqual(['127.0.0.1', null, null, null]);
  });
});
