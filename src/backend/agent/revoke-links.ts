/** POST …/sessions/:sessionId/revoke-links: the customer is shut out at once, also from a page that is open (`customer/feed.ts`). */
import { revokeLinks } from '#contract/endpoints/engagement.ts';
import { revokeLinksOfParticipant } from '#contract/endpoints/participation.ts';
import { changeEngaged, loadEngaged } from '#backend/agent/let-in.ts';
import { type AgentCall, agentRoute } from '#backend/http/route.ts';
import { toAddressee } from '#backend/session/participants.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

async function revoke(call: AgentCall): Promise<undefined> {
  const engaged = await loadEngaged(call);
  const { customer } = engaged;
  await changeEngaged(call, engaged, {
    intent: `revoke-links:${customer.number}`,
    decide: (current) => {
      const isOut = current.links.some((link) => link.participant === customer.id && link.revokedAt === null);
      if (!isOut) return { record: current, facts: [] };
      const facts = [{ kind: 'links-revoked' as const, ...toAddressee(customer) }];
      return { record: withoutLinks(current, customer, call.deps.now()), facts };
    },
  });
  return undefined;
}

export const revokeLinksRoute = agentRoute(revokeLinks, revoke);
export const revokeLinksOfParticipantRoute = agentRoute(revokeLinksOfParticipant, revoke);

/** Note: what is not in the log, no feed looks at; whoever commits this says `links-revoked`. */
export const withoutLinks = (record: SessionRecord, { id }: Pick<StoredParticipant, 'id'>, now: number) => ({
  ...record,
  links: record.links.map((link) => (link.participant === id ? { ...link, revokedAt: link.revokedAt ?? now } : link)),
});
