/**
 * Re-engagement with `continue` (decision 029): a customer who was here before finds everything of their earlier session in it, open again
 * if it had ended, with what was added now.
 */
import type { StartedSession, StartSessionInput } from '#contract/agent.ts';
import type { AgentId, IdempotencyKey, ParticipantId, TeamId } from '#contract/ids.ts';
import type { Policy } from '#contract/policy.ts';
import { linkLifetime } from '#domain/entry-gates.ts';
import { AppError } from '#backend/app-error.ts';
import { assertReachable, type Engagement } from '#backend/agent/assert-reachable.ts';
import { addToSession, listAddedFacts } from '#backend/agent/create-interaction.ts';
import { tellAnotherLink, tellLink } from '#backend/agent/customer-link.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { issueLink } from '#backend/messages/issue-link.ts';
import { startOutreach } from '#backend/messages/outreach.ts';
import { prepareLetter, withLetter } from '#backend/messages/prepare-letter.ts';
import type { Change } from '#backend/session/change.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import { type Contact, toContact } from '#backend/session/session-query.ts';
import type { SessionRecord, StoredInteraction } from '#backend/session/session-record.ts';
import { listTasks } from '#backend/session/workflow-parts.ts';

type Applied = { key: IdempotencyKey; intent: string };

/** Of those that this request may have opened before and a newer one that was started since, more than enough. */
const lookedAt = 20;

/**
 * The newest session of this agent (null: of systems) and this team with this contact; the one this very request opened before, if there
 * is one. Undefined: the customer was not here before.
 */
export async function findEarlierSession(
  { store }: Pick<BackendDeps, 'store'>,
  { owner, team, contact }: { owner: AgentId | null; team: TeamId; contact: Contact },
  key: IdempotencyKey,
): Promise<SessionRecord | undefined> {
  const found = await store.listSessions({ within: null, agent: owner, team, contact, limit: lookedAt });
  return found.find(({ appliedKeys }) => appliedKeys.some((applied) => applied.key === key)) ?? found[0];
}

/**
 * By what a customer is known again; null: by nothing, each time is the first. Note: only what the invitation goes to. By anything else,
 * what one person left would be opened to whoever reads the other's mail.
 */
export function resolveKnownBy({ reengagement }: Policy, { channel, customer: { email, phone } }: Engagement) {
  if (reengagement.value !== 'continue') return null;
  if (channel !== 'sms' && email !== null) return toContact('email', email);
  return channel !== 'email' && phone !== null ? toContact('phone', phone) : null;
}

type Continuation = {
  earlier: SessionRecord;
  applied: Applied;
  agent: Agent;
  input: Pick<StartSessionInput, 'customer' | 'channel' | 'settings'>;
  /** What is added, for this participant of the earlier session. */
  prepare: (participant: ParticipantId) => Promise<StoredInteraction[]>;
};

/** @throws `channel-not-allowed`, `active-session-exists`, and what adding throws */
export async function continueSession(
  deps: BackendDeps,
  { earlier, applied, agent, input, prepare }: Continuation,
): Promise<StartedSession> {
  const known = findCustomer(earlier);
  if (!known) throw new AppError('not-found');
  const settings = { ...earlier.settings, ...input.settings };
  const policy = await resolveRecordPolicy(deps, { team: earlier.team, settings });
  assertReachable(input, policy);

  const { name, email, phone, language } = input.customer;
  const participant = {
    ...known,
    name,
    email: email ?? known.email,
    phone: phone ?? known.phone,
    language: language ?? known.language,
  };
  const now = deps.now();
  const reopen = (record: SessionRecord): SessionRecord => ({
    ...record,
    settings,
    channel: input.channel,
    agent: record.agent && { ...record.agent, name: agent.name },
    participants: record.participants.map((one) => (one.id === participant.id ? participant : one)),
    state: 'open',
    endedAt: null,
    outreach: startOutreach(now),
  });
  const issued = await issueLink(deps, participant.id, linkLifetime(policy));
  const letter = await prepareLetter(deps, { record: reopen(earlier), participant }, policy, issued);
  const prepared = await prepare(participant.id);

  const record = await changeSession(deps, {
    sessionId: earlier.id,
    actor: { kind: 'agent', name: agent.name },
    key: applied.key,
    intent: applied.intent,
    decide: (current) => {
      const added = prepared.filter(({ id }) => current.interactions.every((one) => one.id !== id));
      const change: Change = {
        record: addToSession(reopen(current), added),
        facts: [{ kind: 'session-continued' }, ...listAddedFacts(added)],
        onlyOpen: policy.singleActiveSession.value,
      };
      if (letter) return withLetter(change, letter, 'invitation', now);
      return { ...change, record: { ...change.record, links: [...change.record.links, issued.link] } };
    },
  });
  const isOpenedNow = record.links.some(({ tokenHash }) => tokenHash === issued.link.tokenHash);
  return {
    sessionId: record.id,
    engagement: 'continued',
    url: isOpenedNow ? tellLink(agent, policy, issued.url) : await tellAnotherLink(deps, agent, policy, record),
    interactions: listTasks(prepared).map(({ id }) => id),
  };
}
