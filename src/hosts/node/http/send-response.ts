/**
 * Writes a `Response` as fast as the reader takes it: nothing is read from the body before the last piece went out. A reader that takes
 * nothing for too long is let go; one that goes away stops the body.
 */
import type { ServerResponse } from 'node:http';

type Options = {
  /** A live feed ends at once then, so that its reader comes back to whoever serves next. */
  stopping: AbortSignal;
  /** Milliseconds that a reader may take nothing. */
  patience: number;
};

export async function sendResponse(
  response: Response,
  outgoing: ServerResponse,
  { stopping, patience }: Options,
): Promise<void> {
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
  // Note: what is of unknown length may take its time, and its reader waits for the head; any other head goes out with what follows.
  if (!headers.has('content-length')) outgoing.flushHeaders();
  try {
    await pump(reader, outgoing, patience);
    outgoing.end();
  } catch {
    // Note: the head is out, so breaking off is the only way left to say that this is not all.
    outgoing.destroy();
    cancel();
  } finally {
    // Note: a thousand feeds wait for that signal, and who is none of them is not looked for among them.
    if (isLive) stopping.removeEventListener('abort', cancel);
    outgoing.off('close', cancel);
  }
}

async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  outgoing: ServerResponse,
  patience: number,
): Promise<void> {
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (!outgoing.write(value)) await untilDrained(outgoing, patience);
  }
}

/** @throws when the reader takes nothing any more, or is gone. */
async function untilDrained(outgoing: ServerResponse, patience: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const giveUp = () => reject(new Error('Failed to send the answer: nobody takes it.'));
  const timer = setTimeout(giveUp, patience);
  outgoing.once('drain', resolve).once('close', giveUp);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    outgoing.off('drain', resolve).off('close', giveUp);
  }
}
