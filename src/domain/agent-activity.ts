/**
 * Whether the agent counts as there (product.md 4.2): no agent, or no connection of theirs, is inactive. `undefined` is an agent
 * who never connected. A look-up that failed is `unknown`, which shows nothing; only the caller can know that.
 */
import type { AgentActivity } from '#contract/entry.ts';

export const resolveAgentActivity = (
  presence: { connected: boolean } | undefined,
): Exclude<AgentActivity, 'unknown'> => (presence?.connected ? 'active' : 'inactive');
