/** The customer's link in the answer to whoever started their session, and who is told it. */
import type { Policy } from '#contract/policy.ts';
import { linkLifetime } from '#domain/entry-gates.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { issueLink } from '#backend/messages/issue-link.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import type { SessionRecord, StoredParticipant } from '#backend/session/session-record.ts';

/** Systems show it in pages of their own. Note: a person with a customer's link could sign in their place, so that the policy has to want it. */
const mayHaveLink = (agent: Agent, { embeddedSession, copySessionUrl }: Policy): boolean =>
  agent.role === 'key' || agent.passesLinksOn === true || (embeddedSession.value && copySessionUrl.value);

export const tellLink = (agent: Agent, policy: Policy, url: string | null): string | null =>
  mayHaveLink(agent, policy) ? url : null;

/** For an answer that was lost: another link to the same session, because the first one's token was never kept. Null for whoever may not have one. */
export async function tellAnotherLink(
  deps: BackendDeps,
  agent: Agent,
  policy: Policy,
  record: SessionRecord,
  customer: StoredParticipant | undefined = findCustomer(record),
): Promise<string | null> {
  if (!customer || record.state === 'planned' || !mayHaveLink(agent, policy)) return null;
  const { link, url } = await issueLink(deps, customer.id, linkLifetime(policy));
  await changeSession(deps, {
    sessionId: record.id,
    actor: { kind: 'agent', name: agent.name },
    key: null,
    intent: 'another-link',
    decide: (current) => ({ record: { ...current, links: [...current.links, link] }, facts: [] }),
  });
  return url;
}
