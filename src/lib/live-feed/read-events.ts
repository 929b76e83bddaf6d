/** Reads live events out of one response. What the contract does not know is a failure, not data. */
import { createParser } from 'eventsource-parser';

import { getFeed } from '#contract/endpoints/entry.ts';
import { type LiveEvent, liveEventSchema } from '#contract/live-event.ts';
import { ContractError, NetworkError } from '#lib/api/failures.ts';

type ReadOptions = {
  signal: AbortSignal;
  /** Anything arrived, be it a heartbeat. */
  onByte: () => void;
  onEvent: (event: LiveEvent) => void;
};

const source = `${getFeed.method} ${getFeed.path}`;
/** Characters of one event; more is not from our backend. */
const maxBufferSize = 16 * 1024 * 1024;

/** Returns when the stream ends. @throws {ContractError | NetworkError} */
export async function readEvents(response: Response, { signal, onByte, onEvent }: ReadOptions): Promise<void> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('text/event-stream') || !response.body) throw new ContractError(source);

  const reader = response.body.getReader();
  const cancel = () => {
    reader.cancel().catch(() => undefined);
  };
  signal.addEventListener('abort', cancel);
  const decoder = new TextDecoder();
  const parser = createParser({
    maxBufferSize,
    onEvent: ({ data }) => {
      onEvent(parseEvent(data));
    },
    onError: (cause) => {
      if (cause.type === 'max-buffer-size-exceeded') throw new ContractError(source, { cause });
    },
  });
  try {
    for (;;) {
      const { done, value } = await readChunk(reader);
      if (done || signal.aborted) return;
      onByte();
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

async function readChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch (cause) {
    throw new NetworkError({ cause });
  }
}

function parseEvent(data: string): LiveEvent {
  const result = liveEventSchema.safeParse(parseJson(data));
  if (!result.success) throw new ContractError(source, { cause: result.error });
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
