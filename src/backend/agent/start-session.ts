/** POST /api/agent/sessions: a new session with its customer, their link, and the invitation if the policy lets one go out. */
import { startSession } from '#contract/endpoints/agent.ts';
import type { StartSessionInput } from '#contract/agent.ts';
import { participantIdSchema, sessionIdSchema } from '#contract/ids.ts';
import type { Policy } from '#contract/policy.ts';
import { linkLifetime } from '#domain/entry-gates.ts';
import { AppError } from '#backend/app-error.ts';
import { createInteraction, toAddedFact } from '#backend/agent/create-interaction.ts';
import { assertAgent, readKey } from '#backend/http/caller.ts';
import { inputRoute } from '#backend/http/route.ts';
import { issueLink } from '#backend/messages/issue-link.ts';
import { resolveAddress } from '#backend/messages/new-link.ts';
import type { OutboxMessage } from '#backend/messages/outbox-message.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import { emptyLogHead, type LogFact, sealFacts } from '#backend/session/session-log.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

export const startSessionRoute = inputRoute(startSession, async ({ deps, request, input }) => {
  const agent = await assertAgent(deps, request);
  const key = readKey(request);
  const policy = await resolveRecordPolicy(deps, input);
  assertReachable(input, policy);

  const participant: StoredParticipant = {
    id: participantIdSchema.parse(deps.createId()),
    number: 1,
    role: 'primary',
    ...input.customer,
  };
  const interactions = await Promise.all(
    input.interactions.map((added) => createInteraction(deps, participant.id, added)),
  );
  const { link, url } = await issueLink(deps, participant.id, linkLifetime(policy));
  const facts: LogFact[] = [{ kind: 'session-started' }, ...interactions.map(toAddedFact)];
  const entries = await sealFacts(
    emptyLogHead,
    deps.now(),
    facts.map((fact) => ({ actor: { kind: 'agent' as const, name: agent.name }, fact })),
  );
  const last = entries.at(-1) ?? emptyLogHead;
  const record: SessionRecord = {
    id: sessionIdSchema.parse(deps.createId()),
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
    appliedKeys: [{ key, intent: 'start-session' }],
    head: { seq: last.seq, hash: last.hash },
  };
  const address = resolveAddress({ record, participant }, policy);
  const outbox: OutboxMessage[] = address
    ? [
        {
          id: deps.createId(),
          sessionId: record.id,
          kind: 'invitation',
          ...address,
          companyName: policy.branding.companyName.value,
          recipientName: participant.name,
          url,
          createdAt: deps.now(),
        },
      ]
    : [];
  await deps.store.commitSession({ record, expectedVersion: 0, entries, outbox });
  return { sessionId: record.id, url, interactions: interactions.map(({ id }) => id) };
});

/** A session needs a channel that may be used and an address on it, unless the business invites by itself. */
function assertReachable({ channel, customer }: StartSessionInput, policy: Policy): void {
  if (channel === 'sms' && !policy.textMessages.value) throw new AppError('channel-not-allowed');
  if (policy.embeddedSession.value) return;
  const address = channel === 'sms' ? customer.phone : customer.email;
  if (channel !== null && address !== null) return;
  throw new AppError('invalid-input', {
    fields: [{ path: channel === 'sms' ? 'customer.phone' : 'customer.email', message: 'required' }],
  });
}
