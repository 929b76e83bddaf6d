/**
 * POST …/sessions/:sessionId/re-engage: somebody was asked by a wrong address. Everything of the session stays; whoever had a link of
 * theirs is shut out, and what they agreed to does not count for the right person (decision 030).
 */
import type { ReengageInput } from '#contract/engagement.ts';
import { reengage } from '#contract/endpoints/engagement.ts';
import { reengageParticipant } from '#contract/endpoints/participation.ts';
import { assertNotAnothers } from '#backend/agent/assert-not-anothers.ts';
import { assertReachable } from '#backend/agent/assert-reachable.ts';
import { assertRunning, letIn, loadEngaged } from '#backend/agent/let-in.ts';
import { withoutLinks } from '#backend/agent/revoke-links.ts';
import { type AgentCall, agentInputRoute } from '#backend/http/route.ts';
import { startOutreach } from '#backend/messages/outreach.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import {
  changeReach,
  findParticipant,
  readReach,
  replaceParticipant,
  toAddressee,
} from '#backend/session/participants.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

async function correctContact(call: AgentCall & { input: ReengageInput }): Promise<{ url: string | null }> {
  const { deps, input } = call;
  const engaged = await loadEngaged(call);
  assertReachable(input, engaged.policy);
  const customer = { ...engaged.customer, ...input.customer };
  const correct = (record: SessionRecord): SessionRecord => {
    const shut = {
      ...withoutLinks(record, customer, deps.now()),
      consents: record.consents.filter(({ participant }) => participant !== customer.id),
    };
    const named = replaceParticipant(shut, customer.id, (one) => ({ ...one, ...input.customer }));
    return changeReach(named, customer, { channel: input.channel, outreach: startOutreach(deps.now()) });
  };
  return letIn(call, engaged, {
    intent: `reengage:${customer.number}:${await sha256Hex(JSON.stringify(input))}`,
    invited: { record: correct(engaged.record), customer },
    decide: (current) => {
      assertRunning(current);
      assertNotAnothers(current, customer);
      const known = findParticipant(current, customer.id) ?? customer;
      const changed = listChanged({ customer: known, channel: readReach(current, customer).channel }, input);
      return {
        record: correct(current),
        facts: [
          { kind: 'links-revoked', ...toAddressee(known) },
          { kind: 'contact-corrected', changed, ...toAddressee(known) },
        ],
      };
    },
  });
}

export const reengageRoute = agentInputRoute(reengage, correctContact);
export const reengageParticipantRoute = agentInputRoute(reengageParticipant, correctContact);

type Contact = Pick<ReengageInput, 'channel'> & { customer: Pick<StoredParticipant, 'name' | 'email' | 'phone'> };

function listChanged(before: Contact, after: Contact): string[] {
  const names = (['name', 'email', 'phone'] as const).filter((name) => before.customer[name] !== after.customer[name]);
  return before.channel === after.channel ? names : [...names, 'channel'];
}
