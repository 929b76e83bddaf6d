/** GET /api/entry: everything the first screen needs. Reads only: opening a link leaves no trace (product.md 4). */
import type { AgentActivity, Branding, Entry } from '#contract/entry.ts';
import { getEntry } from '#contract/endpoints/entry.ts';
import type { Policy } from '#contract/policy.ts';
import { resolveActivityEnd, resolveAgentActivity } from '#domain/agent-activity.ts';
import type { GateInput } from '#domain/entry-gates.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { findLinkHolder, type LinkHolder } from '#backend/http/caller.ts';
import { route } from '#backend/http/route.ts';
import { resolveNewLinkOffer } from '#backend/messages/new-link.ts';
import { projectSession, toInstant } from '#backend/session/project-session.ts';
import { resolveRecordGate } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

export const enterRoute = route(getEntry, async ({ deps, request }) =>
  resolveEntry(deps, await findLinkHolder(deps, request), 'entering'),
);

/** @throws `link-unknown` for a revoked link: it is as if it had never been. */
export async function resolveEntry(deps: BackendDeps, holder: LinkHolder, moment: GateInput['moment']): Promise<Entry> {
  const { record, participant } = holder;
  const { policy, gate, consentRevision } = await resolveRecordGate(deps, holder, moment);
  const branding = projectBranding(policy);
  const allowed = policy.allowedOrigins.value;
  const frames = allowed.length > 0 && { allowedOrigins: allowed };
  switch (gate.kind) {
    case 'cannot-enter':
      if (gate.code === 'link-unknown') throw new AppError(gate.code);
      return {
        kind: 'cannot-enter',
        code: gate.code,
        branding,
        newLink: gate.code === 'link-expired' ? resolveNewLinkOffer(holder, policy, deps.now()) : null,
        ...frames,
      };
    case 'consent':
      return { kind: 'consent', branding, consent: { text: gate.text, revision: consentRevision }, ...frames };
    case 'open':
      return {
        kind: 'open',
        branding,
        policy,
        session: projectSession(record, participant, gate.access),
        agentActivity: await readAgentActivity(deps, record),
        enteredAt: toInstant(deps.now()),
      };
  }
}

/** Presence is a comfort: when it cannot be looked up the customer enters all the same, and no message is shown. */
export async function readAgentActivity(
  { store, now }: Pick<BackendDeps, 'store' | 'now'>,
  { agent }: Pick<SessionRecord, 'agent'>,
): Promise<AgentActivity> {
  return (await readAgentPresence({ store, now }, { agent })).agentActivity;
}

/** `endsAt`: when an agent who is there counts as gone without another word; null = not by itself. */
export async function readAgentPresence(
  { store, now }: Pick<BackendDeps, 'store' | 'now'>,
  { agent }: Pick<SessionRecord, 'agent'>,
): Promise<{ agentActivity: AgentActivity; endsAt: number | null }> {
  if (!agent) return { agentActivity: 'inactive', endsAt: null };
  return store.loadPresence(agent.id).then(
    (presence) => ({
      agentActivity: resolveAgentActivity(presence, now()),
      endsAt: resolveActivityEnd(presence, now()),
    }),
    () => ({ agentActivity: 'unknown', endsAt: null }),
  );
}

const projectBranding = ({ branding }: Policy): Branding => ({
  companyName: branding.companyName.value,
  logo: branding.logo.value,
  primaryColor: branding.primaryColor.value,
  backgroundColor: branding.backgroundColor.value,
});
