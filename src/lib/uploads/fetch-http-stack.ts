/**
 * The upload client's requests through `fetch` instead of XMLHttpRequest: the same way as every other request of the room, so that
 * whatever answers `/api` (a service worker, a page's own stand-in, a server) answers uploads too. Progress comes a chunk at a time.
 */
import type { HttpRequest, HttpResponse, HttpStack } from 'tus-js-client';

export const fetchHttpStack: HttpStack = {
  getName: () => 'fetch',
  createRequest,
};

function createRequest(method: string, url: string): HttpRequest {
  const headers: Record<string, string> = {};
  const controller = new AbortController();
  return {
    getMethod: () => method,
    getURL: () => url,
    getHeader: (name) => headers[name],
    setHeader(name, value) {
      headers[name] = value;
    },
    setProgressHandler: () => undefined,
    getUnderlyingObject: () => undefined,
    send: async (body: Blob | null = null) => {
      const { signal } = controller;
      const response = await fetch(url, { method, headers, body, signal, cache: 'no-store' });
      return toHttpResponse(response, await response.text());
    },
    abort() {
      controller.abort();
      return Promise.resolve();
    },
  };
}

const toHttpResponse = (response: Response, body: string): HttpResponse => ({
  getStatus: () => response.status,
  getHeader: (name) => response.headers.get(name) ?? undefined,
  getBody: () => body,
  getUnderlyingObject: () => response,
});
