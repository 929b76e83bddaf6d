import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

import { afterEach, describe, expect, it } from 'vitest';

import { createHttpServer, type Handler, type HttpServer } from '#hosts/node/http/create-http-server.ts';

const servers: HttpServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

async function serve(handle: Handler, overrides: Partial<Parameters<typeof createHttpServer>[1]> = {}) {
  const server = await createHttpServer(handle, { host: 'localhost', port: 0, ...overrides });
  servers.push(server);
  return { server, origin: `http://localhost:${server.port}` };
}

/** What comes back to these very bytes until the connection is closed. */
async function sendRaw({ server }: { server: HttpServer }, bytes: string): Promise<string> {
  const socket = connect(server.port, 'localhost');
  socket.on('error', () => undefined);
  socket.write(bytes);
  return text(socket);
}

const echo: Handler = async (request) => new Response(request.body, { headers: { 'x-method': request.method } });
const encoder = new TextEncoder();

describe('Between Node and the backend', () => {
  it('bodies pass in both directions, byte for byte', async () => {
    const { origin } = await serve(echo);
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, index) => index % 251);
    const response = await fetch(origin, { method: 'POST', body: bytes });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  it('the first part of an answer arrives before the last part of the request was sent', async () => {
    const { origin } = await serve(echo);
    const more = Promise.withResolvers<void>();
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        controller.enqueue(encoder.encode('first'));
        await more.promise;
        controller.enqueue(encoder.encode('last'));
        controller.close();
      },
    });
    const init = { method: 'POST', body, duplex: 'half' };
    const reader = (await fetch(origin, init)).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first');
    more.resolve();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('last');
  });

  it('path, query, headers and method arrive as they were sent; who the client says we are does not', async () => {
    const { origin } = await serve(async (request) =>
      Response.json([request.method, request.url, request.headers.get('x-one'), request.headers.get('host')]),
    );
    const host = new URL(origin).host;
    const response = await fetch(`${origin}/api/a%2Fb?c=%20d`, { method: 'DELETE', headers: { 'x-one': 'two' } });
    expect(await response.json()).toEqual(['DELETE', 'http://room.invalid/api/a%2Fb?c=%20d', 'two', host]);
  });

  it('a target with another host in it stays a path', async () => {
    const host = await serve(async (request) => new Response(new URL(request.url).host));
    const answer = await sendRaw(host, 'GET //elsewhere.example/ HTTP/1.1\r\nHost: room\r\nConnection: close\r\n\r\n');
    expect(answer).toContain('\r\nroom.invalid\r\n');
  });

  it('HEAD gets the head alone, and what would have followed is cancelled', async () => {
    const cancelled = Promise.withResolvers<void>();
    const { origin } = await serve(
      async () =>
        new Response(new ReadableStream({ cancel: () => cancelled.resolve() }), { headers: { 'x-one': '1' } }),
    );
    const response = await fetch(origin, { method: 'HEAD' });
    expect(response.headers.get('x-one')).toBe('1');
    expect(await response.text()).toBe('');
    await cancelled.promise;
  });

  it('who goes away is noticed: the request is aborted and the answer stops', async () => {
    const aborted = Promise.withResolvers<void>();
    const cancelled = Promise.withResolvers<void>();
    const { origin } = await serve(async (request) => {
      request.signal.addEventListener('abort', () => aborted.resolve());
      return new Response(
        new ReadableStream({
          pull: (controller) => controller.enqueue(encoder.encode('more')),
          cancel: () => cancelled.resolve(),
        }),
      );
    });
    const leave = new AbortController();
    const response = await fetch(origin, { signal: leave.signal });
    await response.body?.getReader().read();
    leave.abort();
    await Promise.all([aborted.promise, cancelled.promise]);
  });

  it('a reader that takes nothing holds a few pieces, not all of them', async () => {
    let pieces = 0;
    const host = await serve(
      async () =>
        new Response(
          new ReadableStream({
            pull: (controller) => {
              pieces += 1;
              controller.enqueue(new Uint8Array(64 * 1024));
            },
          }),
        ),
    );
    const socket = connect(host.server.port, 'localhost');
    socket.write('GET / HTTP/1.1\r\nHost: room\r\n\r\n');
    await once(socket, 'connect');
    let before = -1;
    await expect
      .poll(
        () => {
          const isStill = pieces > 0 && pieces === before;
          before = pieces;
          return isStill;
        },
        { interval: 200, timeout: 10_000 },
      )
      .toBe(true);
    expect(pieces).toBeLessThan(400);
    socket.destroy();
  });

  it('a reader that takes nothing for too long is let go', async () => {
    const cancelled = Promise.withResolvers<void>();
    const host = await serve(
      async () =>
        new Response(
          new ReadableStream({
            pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
            cancel: () => cancelled.resolve(),
          }),
        ),
      { readerPatience: 200 },
    );
    const socket = connect(host.server.port, 'localhost');
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nHost: room\r\n\r\n');
    await cancelled.promise;
    socket.destroy();
  });

  it('an answer given before all of the body was read arrives, and the connection ends with it', async () => {
    const host = await serve(async ({ body }) => {
      const reader = body?.getReader();
      await reader?.read();
      await reader?.cancel();
      return new Response('no', { status: 413 });
    });
    const head = 'POST / HTTP/1.1\r\nHost: room\r\nContent-Length: 50000000\r\n\r\n';
    const answer = await sendRaw(host, head + 'x'.repeat(100_000));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/connection: close/i);
  });

  it('an answer that breaks off is not taken for a whole one', async () => {
    const { origin } = await serve(
      async () =>
        new Response(
          new ReadableStream({
            start: (controller) => controller.enqueue(encoder.encode('half')),
            pull: () => Promise.reject(new Error('The disk is gone.')),
          }),
        ),
    );
    const response = await fetch(origin);
    await expect(response.text()).rejects.toThrow();
  });
});

describe('What a connection may cost', () => {
  it.each([
    ['headers without end', `GET / HTTP/1.1\r\nHost: room\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['what is no HTTP', 'HELLO\r\n\r\n', 400],
    ['a target that is no path', 'OPTIONS * HTTP/1.1\r\nHost: room\r\nConnection: close\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: room\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: room\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%s is refused', async (_, bytes, status) => {
    const host = await serve(echo);
    expect(await sendRaw(host, bytes)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it.each([
    ['a body', 'POST / HTTP/1.1\r\nHost: room\r\nContent-Length: 10\r\n\r\nabc'],
    ['headers', 'POST / HTTP/1.1\r\nHost: room\r\nX: a'],
    ['a request without an end to its first line', 'GET /'],
  ])('%s that does not come to an end is given up', async (_, bytes) => {
    const host = await serve(async (request) => new Response(await request.text()), {
      headersTimeout: 300,
      requestTimeout: 300,
      connectionsCheckingInterval: 100,
    });
    expect(await sendRaw(host, bytes)).toMatch(/^HTTP\/1\.1 408 /);
  });
});

describe('Stopping', () => {
  it('finishes what is being answered, ends live feeds properly, and takes nothing new', async () => {
    const asked = Promise.withResolvers<void>();
    const more = Promise.withResolvers<void>();
    const { server, origin } = await serve(async ({ url }) => {
      if (url.endsWith('/feed'))
        return new Response(new ReadableStream({ start: (feed) => feed.enqueue(encoder.encode(': alive\n\n')) }), {
          headers: { 'content-type': 'text/event-stream' },
        });
      asked.resolve();
      await more.promise;
      return new Response('finished');
    });
    const feed = await fetch(`${origin}/feed`);
    const slow = fetch(`${origin}/slow`);
    await asked.promise;

    const stopped = server.stop();
    await expect(feed.text()).resolves.toBe(': alive\n\n');
    more.resolve();
    await expect(slow.then((response) => response.text())).resolves.toBe('finished');
    await stopped;
    await expect(fetch(origin)).rejects.toThrow();
  });

  it('says who is in the way when the port is taken', async () => {
    const { server } = await serve(echo);
    await expect(createHttpServer(echo, { host: 'localhost', port: server.port })).rejects.toThrow(
      /Nothing can listen/,
    );
  });
});
