/**
 * Whether the agent counts as there (product.md 4.2): no agent, no connection of theirs, or nothing done for a while is inactive.
 * `undefined` is an agent who never connected. A look-up that failed is `unknown`, which shows nothing; only the caller can
 * know that.
 */
import type { AgentActivity } from '#contract/entry.ts';

/** How long an agent who is connected may do nothing and still count as there. Milliseconds. */
export const idleThreshold = 5 * 60 * 1_000;

/** How often a console says that somebody is there. Milliseconds. */
export const activityInterval = 30 * 1_000;
/** For how long that is believed. Note: browsers let a page that is not looked at do something once a minute only. */
export const activityLifetime = 3 * activityInterval;

/** Times in milliseconds. `connectedUntil`: when it is not believed any more; absent = until it is said otherwise. */
export type Presence = { connected: boolean; idleSince?: number | undefined; connectedUntil?: number | undefined };

/** When an agent who is there counts as gone if nothing more is heard of them; null = they are not there, or it takes a word. */
export function resolveActivityEnd(presence: Presence | undefined, now: number): number | null {
  if (!presence || resolveAgentActivity(presence, now) === 'inactive') return null;
  const { idleSince = Infinity, connectedUntil = Infinity } = presence;
  const end = Math.min(idleSince + idleThreshold, connectedUntil);
  return end === Infinity ? null : end;
}

export function resolveAgentActivity(presence: Presence | undefined, now: number): Exclude<AgentActivity, 'unknown'> {
  if (!presence?.connected) return 'inactive';
  const { idleSince, connectedUntil } = presence;
  const isIdle = idleSince !== undefined && now - idleSince >= idleThreshold;
  const isGone = connectedUntil !== undefined && !isBelieved(connectedUntil, now);
  return isIdle || isGone ? 'inactive' : 'active';
}

/** Note: what is believed for longer than anything is was said when the clock was wrong. */
const isBelieved = (until: number, now: number): boolean => now < until && until <= now + activityLifetime;

/**
 * What is known after a console was heard of. Note: an agent may have several open, and is as little idle as in the one that they
 * used last.
 */
export function noteActivity(
  known: Presence | undefined,
  { idleFor, now }: { idleFor: number; now: number },
): Presence & { connected: true; connectedUntil: number; idleSince: number } {
  const isHeardOf = known?.connected === true && isBelieved(known.connectedUntil ?? 0, now);
  const before = isHeardOf ? (known.idleSince ?? 0) : 0;
  return { connected: true, connectedUntil: now + activityLifetime, idleSince: Math.max(now - idleFor, before) };
}
