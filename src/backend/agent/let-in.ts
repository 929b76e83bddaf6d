/**
 * A customer is let into their session by an agent's word: with a new link, by the invitation where one may be sent. What all of them ask
 * for who invite again (`resend-invitation.ts`, `reengage.ts`, `reopen-session.ts`).
 */
import * as z from 'zod/mini';

import { type IdempotencyKey, sessionIdSchema } from '#contract/ids.ts';
import type { Policy } from '#contract/policy.ts';
import { linkLifetime } from '#domain/entry-gates.ts';
import { AppError } from '#backend/app-error.ts';
import { tellAnotherLink, tellLink } from '#backend/agent/customer-link.ts';
import { createSessionGuard, readKey } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import type { AgentCall } from '#backend/http/route.ts';
import { issueLink } from '#backend/messages/issue-link.ts';
import { prepareLetter, withLetter } from '#backend/messages/prepare-letter.ts';
import type { Change } from '#backend/session/change.ts';
import { type ChangeRequest, changeSession } from '#backend/session/change-session.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import { findParticipant } from '#backend/session/participants.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

const paramsSchema = z.object({ sessionId: sessionIdSchema });

export type Engaged = { record: SessionRecord; customer: StoredParticipant; policy: Policy; key: IdempotencyKey };

/** The session that is asked for, with the participant that the path names, else its customer. @throws `not-found` */
export async function loadEngaged({ deps, agent, request, params }: AgentCall): Promise<Engaged> {
  const key = readKey(request);
  const record = await deps.store.loadSession(parseInput(paramsSchema, params).sessionId);
  if (!record) throw new AppError('not-found');
  createSessionGuard(agent, 'steer-session')(record);
  const { participantId } = params;
  const customer = participantId === undefined ? findCustomer(record) : findParticipant(record, participantId);
  if (!customer) throw new AppError('not-found');
  return { record, customer, policy: await resolveRecordPolicy(deps, record), key };
}

/** One step with it, by the agent who asks. @throws what `decide` throws, `key-reused` */
export const changeEngaged = (
  { deps, agent }: AgentCall,
  { record, key }: Engaged,
  step: Pick<ChangeRequest, 'intent' | 'decide'>,
): Promise<SessionRecord> =>
  changeSession(deps, {
    sessionId: record.id,
    actor: { kind: 'agent', name: agent.name },
    key,
    guard: createSessionGuard(agent, 'steer-session'),
    ...step,
  });

type Admission = {
  intent: string;
  /** The record as the invitation is worded from; for this participant. */
  invited: Pick<Engaged, 'record' | 'customer'>;
  /** Null: there is nothing to do, and nobody is let in. @throws {AppError} */
  decide: (current: SessionRecord, circumstances: { isWrittenTo: boolean }) => Change | null;
};

/** @throws what `decide` throws, `key-reused` */
export async function letIn(
  call: AgentCall,
  engaged: Engaged,
  { intent, invited, decide }: Admission,
): Promise<{ url: string | null }> {
  const { deps, agent } = call;
  const { policy } = engaged;
  const issued = await issueLink(deps, invited.customer.id, linkLifetime(policy));
  const recipient = { record: invited.record, participant: invited.customer };
  const letter = await prepareLetter(deps, recipient, policy, issued);
  const changed = await changeEngaged(call, engaged, {
    intent,
    decide: (current) => {
      const change = decide(current, { isWrittenTo: letter !== null });
      if (!change) return { record: current, facts: [] };
      if (letter) return withLetter(change, letter, 'invitation', deps.now());
      return { ...change, record: { ...change.record, links: [...change.record.links, issued.link] } };
    },
  });
  const isNew = changed.links.some(({ tokenHash }) => tokenHash === issued.link.tokenHash);
  const url = isNew
    ? tellLink(agent, policy, issued.url)
    : await tellAnotherLink(deps, agent, policy, changed, invited.customer);
  return { url };
}

/** Nobody is invited to what is only planned, or over. @throws `not-actionable`, `session-ended` */
export function assertRunning({ state }: SessionRecord): void {
  if (state === 'ended') throw new AppError('session-ended');
  if (state === 'planned') throw new AppError('not-actionable');
}
