/**
 * One live feed as an SSE answer, whoever follows (architecture rule 6). Nothing is read before the reader asks for it, so a slow one
 * holds nothing up; one that takes nothing at all is let go and resumes where it was. What a feed says, and until when, is its source's affair.
 */
import type * as z from 'zod/mini';

import type { typingEventSchema } from '#contract/live-event.ts';
import type { SessionId } from '#contract/ids.ts';
import { typingLifetime } from '#domain/typing.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { createFeedSignals, type FeedSignal, type FeedSignals } from '#backend/live/feed-signals.ts';
import type { Typing } from '#backend/store/store.ts';

const heartbeatMilliseconds = 15_000;
/**
 * Five minutes; then a feed ends, and its reader comes back at once. Note: a device that vanished without a word would otherwise be
 * taken for a reader for as long as the system sends again what nobody confirms, a quarter of an hour and more.
 */
const heartbeatsOfAFeed = 20;

type TypingEvent = z.output<typeof typingEventSchema>;

/** What is kept of a reader for as long as they follow is small: not the session, which readers by the thousand would each hold a copy of. */
export type FeedSource<Event extends { kind: string }> = {
  session: SessionId;
  schema: z.ZodMiniType<Event>;
  /** Whose writing is told of; null = nobody's. */
  typingFrom: Typing['from'] | null;
  /** Raises `presence` whenever somebody may have come or gone. Returns how to stop. */
  watchPresence: (signals: FeedSignals) => (() => void)[];
  /** What there is to say. False: this reader may not follow any more. */
  tell: (signal: Exclude<FeedSignal, 'typing'>, signals: FeedSignals) => AsyncGenerator<Event, boolean>;
};

export function streamFeed<Event extends { kind: string }>(
  deps: BackendDeps,
  source: FeedSource<Event | TypingEvent>,
): Response {
  const encoder = new TextEncoder();
  const signals = createFeedSignals();
  const ear = createTypingEar(deps);
  const frames = readFrames(source, signals, ear);
  const stop = watch(deps, source, signals, ear);
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await frames.next();
          if (!done) {
            controller.enqueue(encoder.encode(toText(source, value)));
            return;
          }
          stop();
          controller.close();
        } catch (error) {
          stop();
          throw error;
        }
      },
      cancel: stop,
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
}

function toText<Event extends { kind: string }>({ schema }: FeedSource<Event>, frame: Event | 'heartbeat'): string {
  if (frame === 'heartbeat') return ': alive\n\n';
  const id = 'seq' in frame ? `id: ${String(frame.seq)}\n` : '';
  return `${id}data: ${JSON.stringify(schema.parse(frame))}\n\n`;
}

/** The last word about somebody who is writing, until it is passed on or not true any more. */
function createTypingEar({ now }: Pick<BackendDeps, 'now'>) {
  let heard = { name: '', until: 0 };
  return {
    hear: (name: string) => {
      heard = { name, until: now() + typingLifetime };
    },
    /** Nothing when the reader took too long to ask. */
    take: (): TypingEvent[] => (now() < heard.until ? [{ kind: 'typing', name: heard.name }] : []),
  };
}
type TypingEar = ReturnType<typeof createTypingEar>;

/** Raises signals until it is stopped, until a whole heartbeat long nobody took the last one, or until its time is over. */
function watch<Event extends { kind: string }>(
  { store }: BackendDeps,
  { session, typingFrom, watchPresence }: FeedSource<Event>,
  signals: FeedSignals,
  ear: TypingEar,
): () => void {
  let beats = 0;
  const heartbeat = setInterval(() => {
    beats += 1;
    if (signals.isRaised('heartbeat') || beats === heartbeatsOfAFeed) stop();
    else signals.raise('heartbeat');
  }, heartbeatMilliseconds);
  const undo = [
    () => {
      clearInterval(heartbeat);
    },
    store.watchSession(session, () => {
      signals.raise('commit');
    }),
    store.watchTyping(session, ({ from, name }) => {
      if (from !== typingFrom) return;
      ear.hear(name);
      signals.raise('typing');
    }),
    ...watchPresence(signals),
    () => {
      signals.stop();
    },
  ];
  const stop = () => {
    for (const step of undo.splice(0)) step();
  };
  // Note: watching comes before the first look, so nothing falls between the two.
  signals.raise('presence');
  signals.raise('commit');
  return stop;
}

async function* readFrames<Event extends { kind: string }>(
  { tell }: FeedSource<Event | TypingEvent>,
  signals: FeedSignals,
  ear: TypingEar,
): AsyncGenerator<Event | TypingEvent | 'heartbeat', void> {
  for await (const signal of signals.read()) {
    if (signal === 'typing') {
      yield* ear.take();
      continue;
    }
    const mayGoOn = yield* tell(signal, signals);
    if (!mayGoOn) return;
    if (signal === 'heartbeat') yield 'heartbeat';
  }
}
