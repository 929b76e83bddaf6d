/** GET /api/agent/sessions/:sessionId and …/trail: a session for those who work on it. Looking leaves no trace. */
import { getAgentSession, getSessionTrail } from '#contract/endpoints/agent-session.ts';
import type { AgentSession, SessionTrail } from '#contract/agent-session.ts';
import type { ParticipantId } from '#contract/ids.ts';
import { loadSeen, toResults } from '#backend/agent/session-results.ts';
import { readMessages } from '#backend/customer/messages.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { agentRoute } from '#backend/http/route.ts';
import type { StoredMessage } from '#backend/messages/outbox-message.ts';
import { readReach } from '#backend/session/participants.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import { isLogIntact, type LogEntry } from '#backend/session/session-log.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

export const getAgentSessionRoute = agentRoute(getAgentSession, async (call) => {
  const { deps } = call;
  const record = await loadSeen(call);
  const [session, messages] = await Promise.all([toAgentSession(deps, record), readMessages(deps, record.id, 0)]);
  return { ...session, messages };
});

/** Of the newest; whoever was not written to for so long is not told what it was. */
const messagesLookedAt = 50;

/** All but what was written. `stillThere`: who counts as there without being looked for. */
export async function toAgentSession(
  deps: BackendDeps,
  record: SessionRecord,
  stillThere: readonly ParticipantId[] = [],
): Promise<Omit<AgentSession, 'messages'>> {
  const { store } = deps;
  const [policy, messages, there] = await Promise.all([
    resolveRecordPolicy(deps, record),
    store.listMessages({ within: null, session: record.id, limit: messagesLookedAt }),
    Promise.all(record.participants.map(async ({ id }) => stillThere.includes(id) || (await store.isThere(id)))),
  ]);
  return {
    ...toResults(record),
    seq: record.head.seq,
    agent: record.agent,
    channel: record.channel,
    participants: record.participants.map((one, index) => toParticipant(record, one, messages, there[index] ?? false)),
    links: record.links.map(({ participant, createdAt, expiresAt, revokedAt }) => ({
      participant,
      createdAt: toInstant(createdAt),
      expiresAt: toInstant(expiresAt),
      revokedAt: revokedAt === null ? null : toInstant(revokedAt),
    })),
    definitions: listDefinitions(record),
    allows: {
      chat: policy.chat.value,
      attachments: policy.attachments.value,
      textMessages: policy.textMessages.value,
      invitations: !policy.embeddedSession.value,
      copyLinks: policy.embeddedSession.value && policy.copySessionUrl.value,
    },
  };
}

function toParticipant(
  record: SessionRecord,
  participant: StoredParticipant,
  messages: readonly StoredMessage[],
  isThere: boolean,
) {
  const { id, number, name, email, phone, language } = participant;
  const { channel } = readReach(record, participant);
  const address = channel === 'sms' ? phone : email;
  const last = messages.find((message) => message.channel === channel && message.to === address);
  const lastMessage = last && {
    kind: last.kind,
    state: last.delivery.state,
    createdAt: toInstant(last.createdAt),
  };
  return { id, number, name, email, phone, channel, language, isThere, lastMessage: lastMessage ?? null };
}

const listDefinitions = ({ interactions }: SessionRecord) =>
  Object.fromEntries(
    interactions.flatMap((interaction) =>
      interaction.kind === 'workflow' ? [[interaction.id, interaction.definition]] : [],
    ),
  );

export const getSessionTrailRoute = agentRoute(getSessionTrail, async (call) => {
  const { id, head } = await loadSeen(call);
  const log = await call.deps.store.readLog(id, 0, head.seq);
  return { entries: log.map(toTrailEntry), isIntact: await isLogIntact(log, head) };
});

function toTrailEntry({ seq, at, actor, fact }: LogEntry): SessionTrail['entries'][number] {
  return {
    seq,
    at: toInstant(at),
    actor,
    kind: fact.kind,
    interaction: 'interaction' in fact ? fact.interaction : null,
    reason: 'reason' in fact ? fact.reason : null,
    to: 'to' in fact ? fact.to : null,
    attached: fact.kind === 'message-sent' ? (fact.attachments ?? []).map(({ name }) => name) : [],
  };
}
