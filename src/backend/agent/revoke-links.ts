/** POST …/sessions/:sessionId/revoke-links: the customer is shut out at once, also from a page that is open (`customer/feed.ts`). */
import { revokeLinks } from '#contract/endpoints/engagement.ts';
import { loadEngaged } from '#backend/agent/let-in.ts';
import { createSessionGuard } from '#backend/http/caller.ts';
import { agentRoute } from '#backend/http/route.ts';
import { changeSession } from '#backend/session/change-session.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

export const revokeLinksRoute = agentRoute(revokeLinks, async (call) => {
  const { deps, agent } = call;
  const { record, customer, key } = await loadEngaged(call);
  await changeSession(deps, {
    sessionId: record.id,
    actor: { kind: 'agent', name: agent.name },
    key,
    intent: 'revoke-links',
    guard: createSessionGuard(agent, 'steer-session'),
    decide: (current) => {
      const isOut = current.links.some((link) => link.participant === customer.id && link.revokedAt === null);
      if (!isOut) return { record: current, facts: [] };
      return { record: withoutLinks(current, customer, deps.now()), facts: [{ kind: 'links-revoked' }] };
    },
  });
  return undefined;
});

/** Note: what is not in the log, no feed looks at; whoever commits this says `links-revoked`. */
export const withoutLinks = (record: SessionRecord, { id }: Pick<StoredParticipant, 'id'>, now: number) => ({
  ...record,
  links: record.links.map((link) => (link.participant === id ? { ...link, revokedAt: link.revokedAt ?? now } : link)),
});
