import { connect } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

import { type OpenHost, openHost } from '#tests/hosts/node/hostile/open-host.ts';
import { readStatuses, sendRaw } from '#tests/hosts/node/hostile/send-raw.ts';
import { noRequests, oddRequests, pipeline, smuggling, unfinished } from '#tests/hosts/node/hostile/shapes.ts';

let host: OpenHost;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.stop());
afterEach(() => host.expectUnharmed());

const send = (bytes: string) => sendRaw(host.port, bytes.replaceAll('TOKEN', host.session.token));

describe('What is no request', () => {
  it.each(noRequests)('is refused, and the connection closed: %s', async (_, bytes) => {
    const statuses = readStatuses(await send(bytes));
    expect(statuses.length).toBeLessThanOrEqual(1);
    for (const status of statuses) expect([400, 404, 431, 505]).toContain(status);
  });

  it.each(smuggling)('hides no other behind it: %s', async (_, bytes) => {
    const logged = host.lines.length;
    const statuses = readStatuses(await send(bytes));
    expect(statuses.length).toBeLessThanOrEqual(1);
    for (const status of statuses) expect(status).toBeGreaterThanOrEqual(400);
    expect(host.lines.slice(logged).join('')).not.toMatch(/"route":"\((none|page)\)"/);
  });
});

describe('What is an odd request', () => {
  it.each(oddRequests)('is answered as one: %s', async (_, bytes, expected) => {
    const [status, ...more] = readStatuses(await send(bytes));
    expect(expected).toContain(status);
    expect(more).toEqual([]);
  });

  it('is one of many, answered each, in order', async () => {
    const statuses = readStatuses(await send(pipeline(500)));
    expect(statuses).toEqual(Array.from({ length: 500 }, (_, at) => (at % 2 === 0 ? 200 : 404)));
  });
});

describe('Whoever does not go on', () => {
  it('keeps nobody waiting', async () => {
    const slow = Array.from({ length: 200 }, (_, at) => {
      const socket = connect(host.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write((unfinished[at % 2] ?? '').replace('TOKEN', host.session.token));
      return socket;
    });
    for (let time = 0; time < 20; time += 1) expect((await fetch(`${host.origin}/healthz`)).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });
});

describe('All of it, again and again', () => {
  it('costs no memory that is not given back', async () => {
    setFlagsFromString('--expose-gc');
    const collect = z.custom<() => void>((value) => typeof value === 'function').parse(runInNewContext('gc'));
    const everything = [...noRequests, ...smuggling];
    const repeat = async (times: number) => {
      for (let time = 0; time < times; time += 1) await Promise.all(everything.map(([, bytes]) => send(bytes)));
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = await repeat(3);
    expect(((await repeat(10)) - before) / 1_000_000).toBeLessThan(10);
  });
});
