/**
 * POST …/sessions/:sessionId/plan and …/plan/cancel: what is only planned is put right, or given up. Nobody was told of it and nobody has a
 * link to it, so that nobody is told of this either (decision 034).
 */
import type { PlanInput } from '#contract/engagement.ts';
import { cancelPlan, changePlan } from '#contract/endpoints/engagement.ts';
import { AppError } from '#backend/app-error.ts';
import { assertReachable } from '#backend/agent/assert-reachable.ts';
import { changeEngaged, loadEngaged } from '#backend/agent/let-in.ts';
import { agentInputRoute, agentRoute, type AgentCall } from '#backend/http/route.ts';
import type { Change } from '#backend/session/change.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

/** @throws `session-ended` when it was given up; `not-actionable` when it was started */
export function assertPlanned({ state }: SessionRecord): void {
  if (state === 'ended') throw new AppError('session-ended');
  if (state === 'open') throw new AppError('not-actionable');
}

export const changePlanRoute = agentInputRoute(changePlan, async (call) => {
  const { input } = call;
  const { customer, policy } = await loadEngaged(call);
  assertReachable(input, policy);
  return changePlanned(call, `change-plan:${await sha256Hex(JSON.stringify(input))}`, (current) => {
    const known = current.participants.find(({ id }) => id === customer.id) ?? customer;
    const changed = listChanged({ customer: known, channel: current.channel }, input);
    const participants = current.participants.map((one) => (one.id === known.id ? { ...one, ...input.customer } : one));
    return {
      record: { ...current, channel: input.channel, participants },
      facts: changed.length === 0 ? [] : [{ kind: 'contact-corrected', changed }],
    };
  });
});

export const cancelPlanRoute = agentRoute(cancelPlan, async (call) =>
  changePlanned(call, 'cancel-plan', (current) => ({
    record: { ...current, state: 'ended', endedAt: call.deps.now() },
    facts: [{ kind: 'session-ended' }],
  })),
);

async function changePlanned(
  call: AgentCall,
  intent: string,
  decide: (current: SessionRecord) => Change,
): Promise<undefined> {
  await changeEngaged(call, await loadEngaged(call), {
    intent,
    decide: (current) => {
      assertPlanned(current);
      return decide(current);
    },
  });
  return undefined;
}

type Contact = Pick<PlanInput, 'channel'> & {
  customer: Pick<StoredParticipant, 'name' | 'email' | 'phone' | 'language'>;
};

function listChanged(before: Contact, after: Contact): string[] {
  const names = (['name', 'email', 'phone', 'language'] as const).filter(
    (name) => before.customer[name] !== after.customer[name],
  );
  return before.channel === after.channel ? names : [...names, 'channel'];
}
