import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type OpenHost, openHost } from '#tests/hosts/node/hostile/open-host.ts';
import { readStatuses, sendRaw } from '#tests/hosts/node/hostile/send-raw.ts';

let host: OpenHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.stop());
afterEach(() => host.expectUnharmed());

const bearer = () => `Authorization: Bearer ${host.session.token}`;
const lines = (...all: readonly string[]) => `${all.join('\r\n')}\r\n\r\n`;
const close = 'Connection: close';
const room = 'Host: room';
/** What would be answered if it were taken for a request of its own. */
const smuggled = lines('GET /smuggled HTTP/1.1', room, close);
const json = 'Content-Type: application/json';

const refused: [string, () => readonly (string | Uint8Array)[]][] = [
  ['no HTTP at all', () => [Uint8Array.from({ length: 4_000 }, (_, at) => (at * 31) % 256)]],
  ['a greeting of TLS', () => [Uint8Array.of(22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3), '\r\n\r\n']],
  ['the preface of HTTP/2', () => ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n']],
  ['HTTP/0.9', () => ['GET /healthz\r\n\r\n']],
  ['HTTP/9.9', () => [lines('GET /healthz HTTP/9.9', room)]],
  ['no host', () => [lines('GET /healthz HTTP/1.1', close)]],
  ['a target without a path', () => [lines('GET healthz HTTP/1.1', room, close)]],
  ['a target on another host', () => [lines('GET http://evil.example/healthz HTTP/1.1', room, close)]],
  ['a target of everything', () => [lines('OPTIONS * HTTP/1.1', room, close)]],
  ['a tunnel', () => [lines('CONNECT evil.example:443 HTTP/1.1', room)]],
  ['a method nobody knows', () => [lines('BREW /api/entry HTTP/1.1', room, close)]],
  ['a space in the target', () => [lines('GET /a b HTTP/1.1', room, close)]],
  ['NUL in the target', () => [lines('GET /a\0b HTTP/1.1', room, close)]],
  ['NUL in a header', () => [lines('GET / HTTP/1.1', room, 'X: a\0b', close)]],
  ['a header without a name', () => [lines('GET / HTTP/1.1', room, ': a', close)]],
  ['a space before the colon', () => [lines('POST /api/messages HTTP/1.1', room, 'Content-Length : 5', close)]],
  ['headers without end', () => [`GET / HTTP/1.1\r\n${room}\r\n${'X: 12345678\r\n'.repeat(2_000)}`]],
  ['one huge header', () => [lines('GET / HTTP/1.1', room, `X: ${'x'.repeat(100_000)}`)]],
  ['a huge target', () => [lines(`GET /${'x'.repeat(100_000)} HTTP/1.1`, room)]],
  ['thousands of query parameters', () => [lines(`GET /?${'a=1&'.repeat(20_000)} HTTP/1.1`, room)]],
];

const smuggling: [string, () => string][] = [
  [
    'two lengths',
    () =>
      lines('POST /api/messages HTTP/1.1', room, bearer(), 'Content-Length: 0', `Content-Length: ${smuggled.length}`) +
      smuggled,
  ],
  [
    'two lengths in one',
    () => lines('POST /api/messages HTTP/1.1', room, bearer(), `Content-Length: 0, ${smuggled.length}`) + smuggled,
  ],
  ['a length with a sign', () => lines('POST /api/messages HTTP/1.1', room, bearer(), 'Content-Length: +0') + smuggled],
  [
    'a length below nought',
    () => lines('POST /api/messages HTTP/1.1', room, bearer(), 'Content-Length: -1') + smuggled,
  ],
  [
    'a length in hexadecimal',
    () => lines('POST /api/messages HTTP/1.1', room, bearer(), 'Content-Length: 0x0') + smuggled,
  ],
  [
    'a length beyond all numbers',
    () => lines('POST /api/messages HTTP/1.1', room, bearer(), `Content-Length: ${'9'.repeat(40)}`) + smuggled,
  ],
  [
    'a length and chunks',
    () =>
      lines(
        'POST /api/messages HTTP/1.1',
        room,
        bearer(),
        `Content-Length: ${smuggled.length + 5}`,
        'Transfer-Encoding: chunked',
      ) + `0\r\n\r\n${smuggled}`,
  ],
  [
    'chunks and a length',
    () =>
      lines('POST /api/messages HTTP/1.1', room, bearer(), 'Transfer-Encoding: chunked', 'Content-Length: 0') +
      `0\r\n\r\n${smuggled}`,
  ],
  [
    'chunks in chunks',
    () =>
      lines('POST /api/messages HTTP/1.1', room, bearer(), 'Transfer-Encoding: chunked, chunked') +
      `0\r\n\r\n${smuggled}`,
  ],
  [
    'chunks that are not last',
    () =>
      lines('POST /api/messages HTTP/1.1', room, bearer(), 'Transfer-Encoding: chunked, identity') +
      `0\r\n\r\n${smuggled}`,
  ],
  [
    'a coding nobody knows',
    () => lines('POST /api/messages HTTP/1.1', room, bearer(), 'Transfer-Encoding: xchunked') + `0\r\n\r\n${smuggled}`,
  ],
  [
    'a coding with a space',
    () => lines('POST /api/messages HTTP/1.1', room, bearer(), 'Transfer-Encoding : chunked') + `0\r\n\r\n${smuggled}`,
  ],
  [
    'a coding on a second line',
    () =>
      lines('POST /api/messages HTTP/1.1', room, bearer(), 'Transfer-Encoding:\r\n chunked') + `0\r\n\r\n${smuggled}`,
  ],
  [
    'a size that is no number',
    () =>
      lines('POST /api/messages HTTP/1.1', room, bearer(), json, 'Transfer-Encoding: chunked') +
      `0x5\r\nhello\r\n0\r\n\r\n${smuggled}`,
  ],
  [
    'a size beyond all numbers',
    () =>
      lines('POST /api/messages HTTP/1.1', room, bearer(), json, 'Transfer-Encoding: chunked') +
      `${'F'.repeat(20)}\r\nhello\r\n0\r\n\r\n${smuggled}`,
  ],
  [
    'a chunk that is longer than it says',
    () =>
      lines('POST /api/messages HTTP/1.1', room, bearer(), json, 'Transfer-Encoding: chunked') +
      `1\r\nhello\r\n0\r\n\r\n${smuggled}`,
  ],
  [
    'lines that end with a bare LF',
    () => `POST /api/messages HTTP/1.1\n${room}\n${bearer()}\nContent-Length: 0\n\n${smuggled}`,
  ],
  [
    'a header that ends with a bare LF',
    () => `POST /api/messages HTTP/1.1\r\n${room}\r\nX: a\nContent-Length: 0\r\n\r\n${smuggled}`,
  ],
  [
    'a header that ends with a bare CR',
    () => `POST /api/messages HTTP/1.1\r\n${room}\r\nX: a\rTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
  ],
  [
    'chunks that end with a bare LF',
    () =>
      lines('POST /api/messages HTTP/1.1', room, bearer(), json, 'Transfer-Encoding: chunked') +
      `2\n{}\n0\n\n${smuggled}`,
  ],
];

describe('What is no request', () => {
  it.each(refused)('is refused, and the connection closed: %s', async (_, build) => {
    const answer = await sendRaw(host.port, ...build());
    const statuses = readStatuses(answer);
    expect(statuses.length).toBeLessThanOrEqual(1);
    for (const status of statuses) expect([400, 404, 405, 414, 431, 505]).toContain(status);
  });

  it.each(smuggling)('hides no other behind it: %s', async (_, build) => {
    const logged = host.lines.length;
    const answer = await sendRaw(host.port, build());
    expect(readStatuses(answer).length).toBeLessThanOrEqual(1);
    for (const status of readStatuses(answer)) expect(status).toBeGreaterThanOrEqual(400);
    expect(host.lines.slice(logged).join('')).not.toContain('"route":"(none)"');
    expect(host.lines.slice(logged).join('')).not.toContain('"route":"(page)"');
  });
});

const twice = (line: () => string) => () => lines('GET /api/session HTTP/1.1', room, line(), line(), close);

const odd: [string, () => readonly (string | Uint8Array)[], number[]][] = [
  [
    'bytes in the target that are no UTF-8',
    () => [lines('GET /api/files/\xff\xfe\xc0\xaf HTTP/1.1', room, bearer(), close)],
    [400],
  ],
  [
    'escapes in the target that are no UTF-8',
    () => [lines('GET /api/files/%ff%c0%af HTTP/1.1', room, bearer(), close)],
    [404],
  ],
  [
    'bytes in a header that are no UTF-8',
    () => [lines('GET /api/session HTTP/1.1', room, bearer(), 'X: \xff\xfe\x80', close)],
    [200],
  ],
  [
    'a credential that is no UTF-8',
    () => [
      lines('GET /api/session HTTP/1.1', room, 'Authorization: Bearer \xff\xfe\xff\xfe\xff\xfe\xff\xfe\xff', close),
    ],
    [404],
  ],
  ['a credential twice', () => [twice(bearer)()], [404]],
  [
    'a folded header',
    () => [lines('GET /api/session HTTP/1.1', room, `Authorization: Bearer\r\n ${host.session.token}`, close)],
    [200, 400, 404],
  ],
  [
    'an upgrade',
    () => [
      lines(
        'GET /api/session HTTP/1.1',
        room,
        'Connection: Upgrade, close',
        'Upgrade: websocket',
        'Sec-WebSocket-Key: AAAA',
        'Sec-WebSocket-Version: 13',
      ),
    ],
    [404],
  ],
  [
    'an upgrade to HTTP/2',
    () => [
      lines(
        'GET /api/session HTTP/1.1',
        room,
        'Connection: Upgrade, HTTP2-Settings, close',
        'Upgrade: h2c',
        'HTTP2-Settings: AAMAAABkAAQAAP__',
      ),
    ],
    [404],
  ],
  [
    'an expectation nobody can meet',
    () => [lines('GET /api/session HTTP/1.1', room, bearer(), 'Expect: 999-wonders', close)],
    [417],
  ],
  ['a trace', () => [lines('TRACE /api/session HTTP/1.1', room, bearer(), close)], [400]],
  [
    'a body where none is read',
    () => [lines('GET /api/session HTTP/1.1', room, bearer(), 'Content-Length: 5', close), 'hello'],
    [200],
  ],
  [
    'two types',
    () => [lines('POST /api/messages HTTP/1.1', room, bearer(), json, json, 'Content-Length: 2', close), '{}'],
    [415],
  ],
  [
    'another type',
    () => [
      lines('POST /api/messages HTTP/1.1', room, bearer(), 'Content-Type: text/plain', 'Content-Length: 2', close),
      '{}',
    ],
    [415],
  ],
  [
    'a body that is no UTF-8',
    () => [
      lines('POST /api/messages HTTP/1.1', room, bearer(), json, 'Content-Length: 14', close),
      '{"text":"\xff\xfe\xc0"}',
    ],
    [400],
  ],
  [
    'a body that says it is much larger',
    () => [lines('POST /api/messages HTTP/1.1', room, bearer(), json, 'Content-Length: 999999999'), '{}'],
    [413],
  ],
  [
    'chunks without end',
    () => [
      lines('POST /api/messages HTTP/1.1', room, bearer(), json, 'Transfer-Encoding: chunked'),
      `8000\r\n${'x'.repeat(0x8000)}\r\n`.repeat(40),
    ],
    [413],
  ],
  [
    'extensions of chunks without end',
    () => [
      lines('POST /api/messages HTTP/1.1', room, bearer(), json, 'Transfer-Encoding: chunked'),
      `1;${'x'.repeat(100_000)}\r\n`,
    ],
    [400, 413],
  ],
  [
    'many fields beside each other',
    () => [
      lines(
        `GET /api/feed?${'after=1&'.repeat(1_000)} HTTP/1.1`,
        room,
        'Authorization: Bearer nobody-was-given-this',
        close,
      ),
    ],
    [404],
  ],
  [
    'a path up and out',
    () => [lines('GET /api/../../../../etc/passwd HTTP/1.1', room, 'Accept: application/json', close)],
    [404],
  ],
];

describe('What is an odd request', () => {
  it.each(odd)('is answered as one: %s', async (_, build, expected) => {
    const [status, ...more] = readStatuses(await sendRaw(host.port, ...build()));
    expect(expected).toContain(status);
    expect(more).toEqual([]);
  });

  it('is one of many, answered each, in order', async () => {
    const all = Array.from({ length: 500 }, (_, at) =>
      lines(`GET ${at % 2 === 0 ? '/healthz' : '/api/session'} HTTP/1.1`, room, ...(at === 499 ? [close] : [])),
    );
    const statuses = readStatuses(await sendRaw(host.port, all.join('')));
    expect(statuses).toEqual(Array.from({ length: 500 }, (_, at) => (at % 2 === 0 ? 200 : 404)));
  });
});

describe('Whoever does not go on', () => {
  it('keeps nobody waiting', async () => {
    const slow = Array.from({ length: 200 }, (_, at) => {
      const socket = connect(host.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        at % 2 === 0
          ? 'GET / HTTP/1.1\r\nX: '
          : `${lines('POST /api/messages HTTP/1.1', room, bearer(), json, 'Content-Length: 99')}{`,
      );
      return socket;
    });
    const startedAt = performance.now();
    for (let time = 0; time < 20; time += 1) expect((await fetch(`${host.origin}/healthz`)).status).toBe(200);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    for (const socket of slow) socket.destroy();
  });
});

describe('All of it, again and again', () => {
  it('costs no memory that is not given back', async () => {
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    const measure = () => {
      if (typeof collect === 'function') collect();
      return process.memoryUsage().heapUsed;
    };
    const everything = [...refused.map(([, build]) => build), ...smuggling.map(([, build]) => () => [build()])];
    const round = () => Promise.all(everything.map((build) => sendRaw(host.port, ...build())));
    for (let time = 0; time < 3; time += 1) await round();
    const before = measure();
    for (let time = 0; time < 10; time += 1) await round();
    expect((measure() - before) / 1_000_000).toBeLessThan(10);
  });
});
