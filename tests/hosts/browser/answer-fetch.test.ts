import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Backend } from '#backend/create-backend.ts';
import { answerFetch } from '#hosts/browser/answer-fetch.ts';

const origin = 'http://localhost:4173';
let giveBack: () => void = () => undefined;

const start = (backend: Backend) => {
  giveBack = answerFetch(backend);
};

beforeEach(() => {
  vi.stubGlobal('location', { origin });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('from the network')));
});

afterEach(() => {
  giveBack();
});

const readText = async (url: string) => (await fetch(url)).text();

test('Only calls to the API of this origin are answered inside the page', async () => {
  start((request) => Promise.resolve(new Response(new URL(request.url).pathname)));
  await expect(readText(`${origin}/api/entry`)).resolves.toBe('/api/entry');
  await expect(readText(`${origin}/assets/room.js`)).resolves.toBe('from the network');
  await expect(readText('http://elsewhere.test/api/entry')).resolves.toBe('from the network');
});

test('Method, headers and body arrive as they were sent; the status comes back', async () => {
  start(async (request) => {
    const parts = [request.method, request.headers.get('authorization'), await request.text()];
    return new Response(parts.join(' '), { status: 418 });
  });
  const headers = { authorization: 'Bearer token' };
  const response = await fetch(`${origin}/api/messages`, { method: 'POST', headers, body: 'hello' });
  expect(response.status).toBe(418);
  await expect(response.text()).resolves.toBe('POST Bearer token hello');
});

test('No answer rejects, as it does over the network', async () => {
  start(() => Promise.resolve(Response.error()));
  await expect(fetch(`${origin}/api/entry`)).rejects.toThrow(TypeError);
});

test('An answer without a body keeps having none', async () => {
  start(() => Promise.resolve(new Response(null, { status: 204 })));
  const response = await fetch(`${origin}/api/uploads`);
  expect([response.status, response.body]).toEqual([204, null]);
});

test('A stream flows piece by piece, and giving it up stops its source', async () => {
  const cancelled = vi.fn<() => void>();
  let send: (text: string) => void = () => undefined;
  start(() => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        send = (text) => {
          controller.enqueue(new TextEncoder().encode(text));
        };
      },
      cancel: cancelled,
    });
    return Promise.resolve(new Response(body));
  });
  const controller = new AbortController();
  const response = await fetch(`${origin}/api/feed`, { signal: controller.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();

  send('one');
  await expect(reader?.read()).resolves.toEqual({ done: false, value: 'one' });
  send('two');
  await expect(reader?.read()).resolves.toEqual({ done: false, value: 'two' });

  controller.abort();
  await expect(reader?.read()).rejects.toThrow();
  await vi.waitFor(() => {
    expect(cancelled).toHaveBeenCalledOnce();
  });
});

test('A call that is given up before the answer rejects at once', async () => {
  start(() => new Promise(() => undefined));
  const controller = new AbortController();
  const answer = fetch(`${origin}/api/entry`, { signal: controller.signal });
  controller.abort();
  await expect(answer).rejects.toThrow(DOMException);
});
