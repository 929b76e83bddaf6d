/** A new session as it will be committed: its record, the first entries of its log, and the invitation. Writes nothing. */
import type { StartSessionInput } from '#contract/agent.ts';
import { interactionIdSchema, participantIdSchema, type SessionId } from '#contract/ids.ts';
import type { Policy } from '#contract/policy.ts';
import { linkLifetime } from '#domain/entry-gates.ts';
import { createInteraction, toAddedFact } from '#backend/agent/create-interaction.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { issueLink } from '#backend/messages/issue-link.ts';
import { resolveAddress } from '#backend/messages/new-link.ts';
import type { OutboxMessage } from '#backend/messages/outbox-message.ts';
import { assertDocumentQuota } from '#backend/session/quotas.ts';
import { emptyLogHead, type LogFact, sealFacts } from '#backend/session/session-log.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

export type SessionStart = {
  id: SessionId;
  applied: SessionRecord['appliedKeys'][number];
  agent: Agent;
  policy: Policy;
  input: StartSessionInput;
};

export async function draftSession(deps: BackendDeps, { id, applied, agent, policy, input }: SessionStart) {
  const participant: StoredParticipant = {
    id: participantIdSchema.parse(deps.createId()),
    number: 1,
    role: 'primary',
    ...input.customer,
  };
  const interactions = await Promise.all(
    input.interactions.map((added) => {
      const interactionId = interactionIdSchema.parse(deps.createId());
      return createInteraction(deps, { id: interactionId, participant: participant.id }, added);
    }),
  );
  const { link, url } = await issueLink(deps, participant.id, linkLifetime(policy));
  const facts: LogFact[] = [{ kind: 'session-started' }, ...interactions.map(toAddedFact)];
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
    agent: { id: agent.id, name: agent.name },
    participants: [participant],
    links: [link],
    consents: [],
    state: 'open',
    startedAt: deps.now(),
    endedAt: null,
    newLinkSentAt: null,
    interactions,
    appliedKeys: [applied],
    head: { seq: last.seq, hash: last.hash },
  };
  assertDocumentQuota(record);
  return { record, url, entries, outbox: draftInvitation(deps, { record, participant, policy, url }) };
}

type Invitation = { record: SessionRecord; participant: StoredParticipant; policy: Policy; url: string };

function draftInvitation(
  { createId, now }: BackendDeps,
  { record, participant, policy, url }: Invitation,
): OutboxMessage[] {
  const address = resolveAddress({ record, participant }, policy);
  if (!address) return [];
  const invitation: OutboxMessage = {
    id: createId(),
    sessionId: record.id,
    kind: 'invitation',
    ...address,
    companyName: policy.branding.companyName.value,
    recipientName: participant.name,
    url,
    createdAt: now(),
  };
  return [invitation];
}
