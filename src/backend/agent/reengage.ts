/**
 * POST …/sessions/:sessionId/re-engage: the customer was asked by a wrong address. Everything of the session stays; whoever had a link is
 * shut out, and what they agreed to does not count for the right person (decision 030).
 */
import type { ReengageInput } from '#contract/engagement.ts';
import { reengage } from '#contract/endpoints/engagement.ts';
import { assertReachable } from '#backend/agent/assert-reachable.ts';
import { assertRunning, letIn, loadEngaged } from '#backend/agent/let-in.ts';
import { withoutLinks } from '#backend/agent/revoke-links.ts';
import { agentInputRoute } from '#backend/http/route.ts';
import { startOutreach } from '#backend/messages/outreach.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

export const reengageRoute = agentInputRoute(reengage, async (call) => {
  const { deps, input } = call;
  const engaged = await loadEngaged(call);
  assertReachable(input, engaged.policy);
  const customer = { ...engaged.customer, ...input.customer };
  const correct = (record: SessionRecord): SessionRecord => ({
    ...withoutLinks(record, customer, deps.now()),
    channel: input.channel,
    participants: record.participants.map((one) => (one.id === customer.id ? { ...one, ...input.customer } : one)),
    consents: record.consents.filter(({ participant }) => participant !== customer.id),
    outreach: startOutreach(deps.now()),
  });
  return letIn(call, engaged, {
    intent: `reengage:${await sha256Hex(JSON.stringify(input))}`,
    invited: { record: correct(engaged.record), customer },
    decide: (current) => {
      assertRunning(current);
      const known = current.participants.find(({ id }) => id === customer.id) ?? customer;
      const changed = listChanged({ customer: known, channel: current.channel }, input);
      return {
        record: correct(current),
        facts: [{ kind: 'links-revoked' }, { kind: 'contact-corrected', changed }],
      };
    },
  });
});

type Contact = Pick<ReengageInput, 'channel'> & { customer: Pick<StoredParticipant, 'name' | 'email' | 'phone'> };

function listChanged(before: Contact, after: Contact): string[] {
  const names = (['name', 'email', 'phone'] as const).filter((name) => before.customer[name] !== after.customer[name]);
  return before.channel === after.channel ? names : [...names, 'channel'];
}
