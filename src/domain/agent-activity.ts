/**
 * Whether the agent counts as there (product.md 4.2): no agent, no connection of theirs, or nothing done for a while is inactive.
 * `undefined` is an agent who never connected. A look-up that failed is `unknown`, which shows nothing; only the caller can
 * know that.
 */
import type { AgentActivity } from '#contract/entry.ts';

/** How long an agent who is connected may do nothing and still count as there. Milliseconds. */
export const idleThreshold = 5 * 60 * 1_000;

type Presence = { connected: boolean; idleSince?: number | undefined };

export function resolveAgentActivity(presence: Presence | undefined, now: number): Exclude<AgentActivity, 'unknown'> {
  if (!presence?.connected) return 'inactive';
  const { idleSince } = presence;
  return idleSince !== undefined && now - idleSince >= idleThreshold ? 'inactive' : 'active';
}
