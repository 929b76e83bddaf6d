/** Wakes the sessions whose time has come. One that cannot be woken holds no other up, and is tried again when its lease runs out. */
import type { FollowUpDeps } from '#backend/messages/follow-up.ts';
import { wakeSession } from '#backend/messages/wake-session.ts';

export type WakeDeps = FollowUpDeps & { onTrouble: (error: unknown) => void };

const wakeLease = 5 * 60 * 1_000;
const atOnce = 20;

/** Gives how many were due. */
export async function wakeDue(deps: WakeDeps): Promise<number> {
  const claimed = await deps.store.claimSessions({ now: deps.now(), lease: wakeLease, limit: atOnce });
  await Promise.all(claimed.map((id) => wakeSession(deps, id).catch(deps.onTrouble)));
  return claimed.length;
}
