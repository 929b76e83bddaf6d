/** POST …/sessions/:sessionId/revoke-links: the customer is shut out at once, also from a page that is open (`customer/feed.ts`). */
import { revokeLinks } from '#contract/endpoints/engagement.ts';
import { revokeLinksOfParticipant } from '#contract/endpoints/participation.ts';
import { loadEngaged } from '#backend/agent/let-in.ts';
import { createSessionGuard } from '#backend/http/caller.ts';
import { type AgentCall, agentRoute } from '#backend/http/route.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { toAddressee } from '#backend/session/participants.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

async function revoke(call: AgentCall): Promise<undefined> {
  const { deps, agent } = call;
  const { record, customer, key } = await loadEngaged(call);
  await changeSession(deps, {
    sessionId: record.id,
    actor: { kind: 'agent', name: agent.name },
    key,
    intent: `revoke-links:${customer.number}`,
    guard: createSessionGuard(agent, 'steer-session'),
    decide: (current) => {
      const isOut = current.links.some((link) => link.participant === customer.id && link.revokedAt === null);
      if (!isOut) return { record: current, facts: [] };
      const facts = [{ kind: 'links-revoked' as const, ...toAddressee(customer) }];
      return { record: withoutLinks(current, customer, deps.now()), facts };
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
