/**
 * Reads live events out of one response. What breaks the contract is a failure, not data; a kind that it does not name is a newer backend's,
 * and passed over.
 */
import { createParser } from 'eventsource-parser';

import * as z from 'zod/mini';

import type { AgentLiveEvent } from '#contract/agent-live-event.ts';
import type { LiveEvent } from '#contract/live-event.ts';
import { ContractError, NetworkError } from '#lib/api/failures.ts';

/** Of any of the feeds there are. */
export type FeedEvent = LiveEvent | AgentLiveEvent;

type ReadOptions<Event extends FeedEvent> = {
  schema: z.ZodMiniType<Event>;
  signal: AbortSignal;
  /** Anything arrived, be it a heartbeat. */
  onByte: () => void;
  onEvent: (event: Event) => void;
};

const source = 'the live feed';
/** Characters of one event; more is not from our backend. */
const maxBufferSize = 16 * 1024 * 1024;

/** Returns when the stream ends. @throws {ContractError | NetworkError} */
export async function readEvents<Event extends FeedEvent>(
  response: Response,
  { schema, signal, onByte, onEvent }: ReadOptions<Event>,
): Promise<void> {
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
      const event = parseEvent(schema, data);
      if (event) onEvent(event);
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

const kindSchema = z.object({ kind: z.string() });

/** Undefined for a kind that the contract does not name. @throws {ContractError} */
function parseEvent<Event extends FeedEvent>(schema: z.ZodMiniType<Event>, data: string): Event | undefined {
  const json = parseJson(data);
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const isOfUnknownKind = result.error.issues.every(({ path }) => path.join('.') === 'kind');
  if (isOfUnknownKind && kindSchema.safeParse(json).success) return undefined;
  throw new ContractError(source, { cause: result.error });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
