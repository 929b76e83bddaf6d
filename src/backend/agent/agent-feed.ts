/**
 * GET /api/agent/sessions/:sessionId/live: live events for those who work on a session, resumed by `?after=SEQ`. Whoever follows is asked
 * for with every look, so that a feed ends with what its reader was signed in with, or once the session is not theirs to see: with the next
 * thing that happens, and at the latest with the next heartbeat.
 */
import { type AgentLiveEvent, agentLiveEventSchema } from '#contract/agent-live-event.ts';
import { getAgentFeed } from '#contract/endpoints/agent-session.ts';
import type { ParticipantId, SessionId } from '#contract/ids.ts';
import { mayDo } from '#domain/rights.ts';
import { toAgentSession } from '#backend/agent/agent-session.ts';
import { loadSeen } from '#backend/agent/session-results.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { readAfter } from '#backend/http/read-after.ts';
import { agentRoute } from '#backend/http/route.ts';
import type { FeedSignals } from '#backend/live/feed-signals.ts';
import { readNewMessages } from '#backend/live/read-new-messages.ts';
import { type FeedSource, streamFeed } from '#backend/live/stream-feed.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

export const agentFeedRoute = agentRoute(getAgentFeed, async (call) => {
  const { deps, request } = call;
  const record = await loadSeen(call);
  const reader: Reader = {
    session: record.id,
    request,
    last: readAfter(request, record),
    there: [],
    areMoving: false,
    toldOf: '',
  };
  return streamFeed(deps, createSource(deps, reader, record));
});

type Reader = {
  session: SessionId;
  /** What they follow with. */
  request: Request;
  /** The number of the last session that they were told. */
  last: number;
  there: readonly ParticipantId[];
  /** Somebody came or went a moment ago. */
  areMoving: boolean;
  /** What they were told of what is in no log. */
  toldOf: string;
};

function createSource(deps: BackendDeps, reader: Reader, { participants }: SessionRecord): FeedSource<AgentLiveEvent> {
  const attendance = createAttendance(deps, reader);
  return {
    session: reader.session,
    schema: agentLiveEventSchema,
    typingFrom: 'customer',
    watchPresence: (signals) => {
      attendance.watch(participants, signals);
      return [attendance.stop];
    },
    async *tell(signal, signals) {
      const { session, last } = reader;
      // Note: most commits are drafts and parts of uploads, which nobody is told of.
      if (signal === 'commit' && (await deps.store.readLog(session, last, 1)).length === 0) return true;
      const record = await loadStillSeen(deps, reader);
      if (!record) return false;
      attendance.watch(record.participants, signals);
      yield* tellNews(deps, reader, record);
      return true;
    },
  };
}

/** A page that is loaded again, or a feed that begins anew, is no customer who left. Milliseconds. */
const settlingTime = 5_000;

/** Of whoever is in the session when it begins, and of whoever is invited while it goes on. */
function createAttendance({ store }: BackendDeps, reader: Reader) {
  let settling: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const watched = new Map<ParticipantId, () => void>();
  const watch = (participants: SessionRecord['participants'], signals: FeedSignals): void => {
    const onChange = () => {
      clearTimeout(settling);
      settling = setTimeout(() => {
        reader.areMoving = false;
        signals.raise('presence');
      }, settlingTime);
      reader.areMoving = true;
      signals.raise('presence');
    };
    // Note: the reader may have left while the session was loaded.
    const unwatched = isOver ? [] : participants.filter(({ id }) => !watched.has(id));
    for (const { id } of unwatched) watched.set(id, store.watchAttendance(id, onChange));
  };
  const stop = () => {
    isOver = true;
    clearTimeout(settling);
    for (const unwatch of watched.values()) unwatch();
  };
  return { watch, stop };
}

async function loadStillSeen(
  { store, authenticateAgent }: BackendDeps,
  { session, request }: Reader,
): Promise<SessionRecord | undefined> {
  const agent = await authenticateAgent(request);
  const record = agent ? await store.loadSession(session) : undefined;
  const target = record && { agent: record.agent?.id ?? null, team: record.team };
  return agent && target && mayDo(agent, 'see-sessions', target) ? record : undefined;
}

async function* tellNews(
  deps: BackendDeps,
  reader: Reader,
  record: SessionRecord,
): AsyncGenerator<AgentLiveEvent, void> {
  const { seq } = record.head;
  const stillThere = reader.areMoving ? reader.there : [];
  const session = await toAgentSession(deps, record, stillThere);
  const people = session.participants.map(({ isThere, lastMessage }) => [isThere, lastMessage]);
  const toldOf = JSON.stringify([people, session.allows]);
  if (seq <= reader.last && toldOf === reader.toldOf) return;
  yield* readNewMessages(deps, record.id, { after: reader.last, seq });
  yield { kind: 'session', seq, session };
  reader.last = Math.max(reader.last, seq);
  reader.toldOf = toldOf;
  reader.there = record.participants.filter((_, index) => session.participants[index]?.isThere).map(({ id }) => id);
}
