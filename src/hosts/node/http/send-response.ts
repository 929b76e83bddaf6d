/**
 * Writes a `Response` as fast as the reader takes it: nothing is read from the body before the last piece went out. A reader that takes
 * nothing for a minute is let go; one that goes away stops the body.
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

const patience = 60_000;

/** `stopping`: a live feed ends at once then, so that its reader comes back to whoever serves next. */
export async function sendResponse(response: Response, outgoing: ServerResponse, stopping: AbortSignal): Promise<void> {
  const { body, status, headers } = response;
  outgoing.statusCode = status;
  outgoing.setHeaders(headers);
  if (outgoing.req.method === 'HEAD' || body === null) {
    await body?.cancel();
    outgoing.end();
    return;
  }
  const reader = body.getReader();
  const cancel = () => void reader.cancel().catch(() => undefined);
  const isLive = headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (isLive) stopping.addEventListener('abort', cancel, { once: true });
  if (isLive && stopping.aborted) cancel();
  outgoing.once('close', cancel);
  // Note: a feed may have nothing to say for a while, and its reader waits for the head.
  outgoing.flushHeaders();
  try {
    await pump(reader, outgoing);
    outgoing.end();
  } catch {
    // Note: the head is out, so breaking off is the only way left to say that this is not all.
    outgoing.destroy();
  } finally {
    stopping.removeEventListener('abort', cancel);
    outgoing.off('close', cancel);
  }
}

async function pump(reader: ReadableStreamDefaultReader<Uint8Array>, outgoing: ServerResponse): Promise<void> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (!outgoing.write(value)) await once(outgoing, 'drain', { signal: AbortSignal.timeout(patience) });
  }
}
