/** The backend in place of the network, for this page's own `fetch` calls to `/api/`; every other request goes its way. */
import type { Backend } from '#backend/create-backend.ts';

/** Returns how to give `fetch` back. */
export function answerFetch(backend: Backend): () => void {
  const original = globalThis.fetch;

  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { origin, pathname } = new URL(request.url);
    if (origin !== location.origin || !pathname.startsWith('/api/')) return original(request);

    const response = await untilAborted(request.signal, backend(request));
    // Note: over the network this is how "no answer" looks; a caller must not see a response at all.
    if (response.type === 'error') throw new TypeError('Failed to fetch');
    return response;
  };
  return () => {
    globalThis.fetch = original;
  };
}

/** Gives up like the network does; the body of an answer that comes anyway, or is being read, is cancelled. */
function untilAborted(signal: AbortSignal, answer: Promise<Response>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      reject(toError(signal.reason));
    };
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    answer.then((response) => {
      resolve(abortable(response, signal));
    }, reject);
  });
}

function abortable(response: Response, signal: AbortSignal): Response {
  if (!response.body) return response;
  const body = response.body.pipeThrough(new TransformStream(), { signal });
  return new Response(body, response);
}

const toError = (reason: unknown) =>
  reason instanceof Error ? reason : new DOMException('The request was aborted.', 'AbortError');
