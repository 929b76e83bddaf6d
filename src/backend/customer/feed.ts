/**
 * GET /api/feed: live events for a customer, resumed by `?after=SEQ`. Whatever was committed since is sent first: its messages, then the
 * session as it is now.
 */
import { getFeed } from '#contract/endpoints/entry.ts';
import type { AgentActivity } from '#contract/entry.ts';
import type { ParticipantId, SessionId } from '#contract/ids.ts';
import { type LiveEvent, liveEventSchema } from '#contract/live-event.ts';
import { readAgentPresence } from '#backend/customer/enter.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { assertVisitor, resolveLinkHolder, type Visitor } from '#backend/http/caller.ts';
import { readAfter } from '#backend/http/read-after.ts';
import { route } from '#backend/http/route.ts';
import type { FeedSignals } from '#backend/live/feed-signals.ts';
import { readNewMessages } from '#backend/live/read-new-messages.ts';
import { type FeedSource, streamFeed } from '#backend/live/stream-feed.ts';
import { readsAfter } from '#backend/session/participants.ts';
import { projectSession } from '#backend/session/project-session.ts';
import { resolveRecordGate } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

export const feedRoute = route(getFeed, async ({ deps, request }) => {
  const visitor = await assertVisitor(deps, request);
  const reader = toReader(visitor, readAfter(request, visitor.record));
  const hearsTyping = new URL(request.url).searchParams.has('typing');
  return streamFeed(deps, createSource(deps, reader, hearsTyping));
});

type Reader = {
  session: SessionId;
  participant: ParticipantId;
  agent: SessionRecord['agent'];
  tokenHash: string;
  /** The number of the last session that they were told. */
  last: number;
  /** What they were told of the agent, and when that is over by itself. */
  told: { agentActivity: AgentActivity; endsAt: number | null } | null;
};

const toReader = ({ record, participant, link }: Visitor, last: number): Reader => ({
  session: record.id,
  participant: participant.id,
  agent: record.agent,
  tokenHash: link.tokenHash,
  last,
  told: null,
});

const createSource = (deps: BackendDeps, reader: Reader, hearsTyping: boolean): FeedSource<LiveEvent> => ({
  session: reader.session,
  schema: liveEventSchema,
  typingFrom: hearsTyping ? 'agent' : null,
  watchPresence: (signals) => [
    deps.store.watchPresence((changed) => {
      if (changed === reader.agent?.id) signals.raise('presence');
    }),
    deps.store.attend(reader.participant),
  ],
  async *tell(signal, signals) {
    switch (signal) {
      case 'heartbeat':
        // Note: nobody says that a laptop was closed.
        if (deps.now() >= (reader.told?.endsAt ?? Infinity)) signals.raise('presence');
        return true;
      case 'presence':
        yield* tellPresence(deps, reader);
        return true;
      case 'commit':
        return yield* tellNews(deps, reader, signals);
    }
  },
});

async function* tellPresence(deps: BackendDeps, reader: Reader): AsyncGenerator<LiveEvent, void> {
  const before = reader.told?.agentActivity;
  reader.told = await readAgentPresence(deps, reader);
  const { agentActivity } = reader.told;
  if (agentActivity !== before) yield { kind: 'presence', agentActivity };
}

/** False when this visitor may not follow the session any more. */
async function* tellNews(deps: BackendDeps, reader: Reader, signals: FeedSignals): AsyncGenerator<LiveEvent, boolean> {
  // Note: most commits are drafts and parts of uploads. What anybody is told of, or shut out by, is in the log as well.
  if ((await deps.store.readLog(reader.session, reader.last, 1)).length === 0) return true;
  const now = await readVisitorNow(deps, reader);
  if (!now) return false;
  const { record, participant, access } = now;
  const { seq } = record.head;
  if (record.agent?.id !== reader.agent?.id) {
    // Note: it was handed to somebody else, whose presence counts from here on.
    reader.agent = record.agent;
    signals.raise('presence');
  }
  if (seq <= reader.last) return true;
  yield* readNewMessages(deps, record.id, { after: Math.max(reader.last, readsAfter(participant)), seq });
  yield { kind: 'session', seq, session: projectSession(record, participant, access) };
  reader.last = seq;
  return true;
}

/** The visitor in the session as it is now: the link may be revoked, the session ended. */
async function readVisitorNow(deps: BackendDeps, { session, tokenHash }: Reader): Promise<Visitor | undefined> {
  const current = await deps.store.loadSession(session);
  const holder = current && resolveLinkHolder(current, tokenHash);
  if (!holder) return undefined;
  const { policy, gate } = await resolveRecordGate(deps, holder, 'visiting');
  return gate.kind === 'open' ? { ...holder, policy, access: gate.access } : undefined;
}
