import { once } from 'node:events';
import { createServer } from 'node:http';

import { afterEach, describe, expect, it } from 'vitest';

import { addWebhook, listWebhookDeliveries, pingWebhook } from '#contract/endpoints/api-access.ts';
import { createWebhookTransport } from '#hosts/node/webhooks/webhook-transport.ts';
import { isClosed } from '#hosts/node/webhooks/closed-addresses.ts';
import { operatorToken, startNodeHost } from '#tests/support/start-node-host.ts';
import { createCaller } from '#tests/support/start-session.ts';
import { startTextProvider } from '#tests/support/start-text-provider.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

/** A server that keeps what it is sent. */
async function startReceiver() {
  const receiver = await startTextProvider();
  undo.push(receiver.stop);
  return receiver;
}

const send = (url: string, { toLoopback = true, signal = AbortSignal.timeout(20_000) } = {}) =>
  createWebhookTransport({ toLoopback })({ url, headers: { 'webhook-id': 'e-1' }, body: '{"id":"e-1"}' }, signal);

describe('Addresses', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
  ])('%s is of no public network', (address) => {
    expect(isClosed(address, { toLoopback: false })).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2001:4860:4860::8888', '::ffff:8.8.8.8'])(
    '%s may be reached',
    (address) => {
      expect(isClosed(address, { toLoopback: false })).toBe(false);
    },
  );

  it('of this machine may be, where that is allowed, and nothing else with them', () => {
    const addresses = ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', '10.0.0.1', '0.0.0.0', 'fe80::1'];
    const closed = addresses.filter((address) => isClosed(address, { toLoopback: true }));
    expect(closed).toEqual(['10.0.0.1', '0.0.0.0', 'fe80::1']);
  });
});

describe('A delivery by the Node host', () => {
  it('is one POST with the headers and the body as they were signed', async () => {
    const receiver = await startReceiver();
    expect(await send(receiver.url)).toEqual({ kind: 'sent', answer: 'HTTP 202' });
    expect(receiver.taken).toMatchObject([{ method: 'POST', headers: { 'webhook-id': 'e-1' }, body: { id: 'e-1' } }]);
  });

  it.each([
    [400, 'failed'],
    [404, 'failed'],
    [429, 'failed'],
    [503, 'failed'],
    [410, 'refused'],
  ])('answered with %i has %s', async (status, kind) => {
    const receiver = await startReceiver();
    receiver.answerWith({ status });
    expect(await send(receiver.url)).toEqual({ kind, answer: `HTTP ${status}` });
  });

  it('is sent on to nobody else', async () => {
    const [receiver, other] = [await startReceiver(), await startReceiver()];
    receiver.answerWith({ status: 307, headers: { location: other.url } });
    expect(await send(receiver.url)).toEqual({ kind: 'failed', answer: 'HTTP 307' });
    expect(other.taken).toEqual([]);
  });

  it('has failed when the connection is cut, nobody listens, or nothing is answered in time', async () => {
    const receiver = await startReceiver();
    receiver.answerWith('cut');
    expect(await send(receiver.url)).toMatchObject({ kind: 'failed' });
    receiver.answerWith('nothing');
    expect(await send(receiver.url, { signal: AbortSignal.timeout(200) })).toEqual({
      kind: 'failed',
      answer: 'no answer in time',
    });
    await receiver.stop();
    undo.length = 0;
    expect(await send(receiver.url)).toEqual({ kind: 'failed', answer: 'ECONNREFUSED' });
  });

  it('does not wait for the end of an answer that has none', async () => {
    const server = createServer((_, response) => response.writeHead(200).write('and so on')).listen(0, '127.0.0.1');
    undo.push(
      () => server.close(),
      () => server.closeAllConnections(),
    );
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    expect(await send(`http://127.0.0.1:${port}/`)).toEqual({ kind: 'sent', answer: 'HTTP 200' });
  });

  it.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0x7f000001', '0.0.0.0'])(
    'reaches nobody at %s, whatever leads there',
    async (host) => {
      const receiver = await startReceiver();
      for (const scheme of ['http', 'https']) {
        const url = receiver.url.replace('http://127.0.0.1', `${scheme}://${host}`);
        expect(await send(url, { toLoopback: false })).toEqual({ kind: 'refused', answer: 'address not allowed' });
      }
      expect(receiver.taken).toEqual([]);
    },
  );

  it('goes out at once, and is found in the log of deliveries', async () => {
    const receiver = await startReceiver();
    const host = await startNodeHost();
    undo.push(host.stop);
    const asOperator = createCaller((request) => fetch(request), operatorToken, host.origin);
    const input = { url: receiver.url, events: ['session-ended'] };
    const { webhook } = addWebhook.output.parse(await (await asOperator(addWebhook, { input })).json());
    const params = { webhookId: webhook.id };
    await asOperator(pingWebhook, { params });
    await expect.poll(() => receiver.taken.length).toBe(1);
    expect(receiver.taken[0]).toMatchObject({ body: { kind: 'ping' } });
    const readLog = async () => {
      const answer = await asOperator(listWebhookDeliveries, { params });
      return listWebhookDeliveries.output.parse(await answer.json()).deliveries;
    };
    await expect.poll(readLog).toMatchObject([{ state: 'sent', tries: 1, answer: 'HTTP 202' }]);
    expect(host.lines.join()).toContain('"kind":"ping","state":"sent"');
  });
});
