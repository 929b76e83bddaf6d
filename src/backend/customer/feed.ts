/**
 * GET /api/feed: live events as SSE, resumed by `?after=SEQ` (architecture rule 6). Whatever was committed since is sent first:
 * its messages, then the session as it is now. Nothing is read before the reader asks for it, so a slow one holds nothing up;
 * one that takes nothing at all is let go and resumes where it was.
 */
import { getFeed } from '#contract/endpoints/entry.ts';
import type { AgentActivity } from '#contract/entry.ts';
import type { ParticipantId, SessionId } from '#contract/ids.ts';
import { type LiveEvent, liveEventSchema } from '#contract/live-event.ts';
import { readAgentPresence } from '#backend/customer/enter.ts';
import { createFeedSignals, type FeedSignals } from '#backend/customer/feed-signals.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { assertVisitor, resolveLinkHolder, type Visitor } from '#backend/http/caller.ts';
import { readAfter } from '#backend/http/read-after.ts';
import { route } from '#backend/http/route.ts';
import { projectMessage, projectSession } from '#backend/session/project-session.ts';
import { resolveRecordGate } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

const heartbeatMilliseconds = 15_000;
/**
 * Five minutes; then a feed ends, and its reader comes back at once. Note: a device that vanished without a word would otherwise be
 * taken for a reader for as long as the system sends again what nobody confirms, a quarter of an hour and more.
 */
const heartbeatsOfAFeed = 20;
/** Entries of the log that wait in memory for a reader who has stopped in the middle: a few, because each may be 16 kB and readers are many. */
const pageSize = 20;

export const feedRoute = route(getFeed, async ({ deps, request }) => {
  const visitor = await assertVisitor(deps, request);
  return new Response(streamFrames(deps, toReader(visitor), readAfter(request, visitor.record)), {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
});

/** What is kept of a visitor for as long as they follow: not the session, which readers by the thousand would each hold a copy of. */
type Reader = {
  session: SessionId;
  participant: ParticipantId;
  agent: SessionRecord['agent'];
  tokenHash: string;
  /** What they were told of the agent, and when that is over by itself. */
  told: { agentActivity: AgentActivity; endsAt: number | null } | null;
};

const toReader = ({ record, participant, link }: Visitor): Reader => ({
  session: record.id,
  participant: participant.id,
  agent: record.agent,
  tokenHash: link.tokenHash,
  told: null,
});

type Frame = LiveEvent | 'heartbeat';

const toText = (frame: Frame): string => {
  if (frame === 'heartbeat') return ': alive\n\n';
  const id = 'seq' in frame ? `id: ${frame.seq}\n` : '';
  return `${id}data: ${JSON.stringify(liveEventSchema.parse(frame))}\n\n`;
};

function streamFrames(deps: BackendDeps, reader: Reader, after: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const signals = createFeedSignals();
  const frames = readFrames(deps, reader, after, signals);
  const stop = watch(deps, reader, signals);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await frames.next();
          if (!done) {
            controller.enqueue(encoder.encode(toText(value)));
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
}

/** Raises signals until it is stopped, until a whole heartbeat long nobody took the last one, or until its time is over. */
function watch({ store, now }: BackendDeps, reader: Reader, signals: FeedSignals): () => void {
  const { session, participant } = reader;
  let beats = 0;
  const heartbeat = setInterval(() => {
    beats += 1;
    // Note: nobody says that a laptop was closed.
    if (now() >= (reader.told?.endsAt ?? Infinity)) signals.raise('presence');
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
    store.watchPresence((changed) => {
      if (changed === reader.agent?.id) signals.raise('presence');
    }),
    store.attend(participant),
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

/** Ends when this visitor may not follow the session any more. */
async function* readFrames(
  deps: BackendDeps,
  reader: Reader,
  after: number,
  signals: FeedSignals,
): AsyncGenerator<Frame, void> {
  let last = after;
  for await (const signal of signals.read()) {
    switch (signal) {
      case 'heartbeat':
        yield 'heartbeat';
        break;
      case 'presence': {
        const before = reader.told?.agentActivity;
        reader.told = await readAgentPresence(deps, reader);
        const { agentActivity } = reader.told;
        if (agentActivity !== before) yield { kind: 'presence', agentActivity };
        break;
      }
      case 'commit': {
        // Note: most commits are drafts and parts of uploads. What anybody is told of, or shut out by, is in the log as well.
        if ((await deps.store.readLog(reader.session, last, 1)).length === 0) break;
        const now = await readVisitorNow(deps, reader);
        if (!now) return;
        if (now.record.agent?.id !== reader.agent?.id) {
          // Note: it was handed to somebody else, whose presence counts from here on.
          reader.agent = now.record.agent;
          signals.raise('presence');
        }
        yield* readNews(deps, now, last);
        last = Math.max(last, now.record.head.seq);
      }
    }
  }
}

/** The visitor in the session as it is now: the link may be revoked, the session ended. */
async function readVisitorNow(deps: BackendDeps, { session, tokenHash }: Reader): Promise<Visitor | undefined> {
  const current = await deps.store.loadSession(session);
  const holder = current && resolveLinkHolder(current, tokenHash);
  if (!holder) return undefined;
  const { policy, gate } = await resolveRecordGate(deps, holder, 'visiting');
  return gate.kind === 'open' ? { ...holder, policy, access: gate.access } : undefined;
}

/**
 * Note: the log is read up to the state that was loaded and no further. A message committed meanwhile comes with the next signal,
 * together with the session it belongs to; otherwise that state would count as sent and never be.
 */
async function* readNews(
  { store }: BackendDeps,
  { record, participant, access }: Visitor,
  after: number,
): AsyncGenerator<LiveEvent, void> {
  const { seq } = record.head;
  if (seq <= after) return;
  for (let last = after; last < seq;) {
    const entries = await store.readLog(record.id, last, Math.min(pageSize, seq - last));
    if (entries.length === 0)
      throw new Error(`Failed to read the log of ${record.id} after ${last}: it ends too early.`);
    for (const entry of entries) {
      const message = projectMessage(entry);
      if (message) yield { kind: 'message', seq: entry.seq, message };
      last = entry.seq;
    }
  }
  yield { kind: 'session', seq, session: projectSession(record, participant, access) };
}
