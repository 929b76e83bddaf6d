/**
 * A new session as it will be committed: its record, the first entries of its log, and the invitation. Writes nothing. One that is only
 * planned has no link and no invitation: nobody hears of it, and nobody could come in.
 */
import type { StartSessionInput } from '#contract/agent.ts';
import { type IdempotencyKey, interactionIdSchema, participantIdSchema, type SessionId } from '#contract/ids.ts';
import type { Policy } from '#contract/policy.ts';
import { linkLifetime } from '#domain/entry-gates.ts';
import { createTask, listAddedFacts } from '#backend/agent/create-interaction.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { issueLink } from '#backend/messages/issue-link.ts';
import { resolveWakeTime, startOutreach } from '#backend/messages/outreach.ts';
import { prepareLetter } from '#backend/messages/prepare-letter.ts';
import { assertDocumentQuota } from '#backend/session/quotas.ts';
import { emptyLogHead, type LogFact, sealFacts } from '#backend/session/session-log.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';
import type { SessionCommit } from '#backend/store/store.ts';
import { announce } from '#backend/systems/announce.ts';

export type SessionStart = {
  id: SessionId;
  applied: { key: IdempotencyKey; intent: string };
  agent: Agent;
  policy: Policy;
  input: StartSessionInput;
};

export async function draftSession(
  deps: BackendDeps,
  { id, applied, agent, policy, input }: SessionStart,
): Promise<{ url: string | null; commit: SessionCommit }> {
  const isPlanned = input.when === 'planned';
  const participant: StoredParticipant = {
    id: participantIdSchema.parse(deps.createId()),
    number: 1,
    role: 'primary',
    ...input.customer,
    language: input.customer.language ?? 'en',
  };
  const tasks = await Promise.all(
    input.interactions.map((added) => {
      const interactionId = interactionIdSchema.parse(deps.createId());
      return createTask(deps, { id: interactionId, participant: participant.id }, added);
    }),
  );
  const interactions = tasks.flat();
  const issued = isPlanned ? null : await issueLink(deps, participant.id, linkLifetime(policy));
  const facts: LogFact[] = [
    { kind: isPlanned ? 'session-planned' : 'session-started' },
    ...listAddedFacts(interactions),
  ];
  const actor = { kind: 'agent' as const, name: agent.name };
  const entries = await sealFacts(
    emptyLogHead,
    deps.now(),
    facts.map((fact) => ({ actor, fact })),
  );
  const last = entries.at(-1) ?? emptyLogHead;
  const record: SessionRecord = {
    id,
    version: 1,
    team: input.team,
    settings: input.settings,
    channel: input.channel,
    // Note: behind a system there is nobody whom a customer could be told of, or who could be away.
    agent: agent.role === 'key' ? null : { id: agent.id, name: agent.name },
    participants: [participant],
    links: issued ? [issued.link] : [],
    consents: [],
    state: isPlanned ? 'planned' : 'open',
    startedAt: deps.now(),
    endedAt: null,
    newLinkSentAt: null,
    outreach: startOutreach(deps.now()),
    interactions,
    appliedKeys: [applied],
    head: { seq: last.seq, hash: last.hash },
  };
  assertDocumentQuota(record);
  const invitation = issued && (await prepareLetter(deps, { record, participant }, policy, issued));
  return {
    url: issued?.url ?? null,
    commit: {
      record,
      expectedVersion: 0,
      entries,
      deliveries: await announce(deps, record, entries),
      outbox: invitation ? [invitation.write('invitation', record)] : [],
      wakeAt: resolveWakeTime(record, policy, deps.now()),
      onlyOpen: policy.singleActiveSession.value,
    },
  };
}
