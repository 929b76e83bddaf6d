/**
 * When a message that could not be delivered is tried again: soon at first, then every six hours, for about two days. Counted in
 * tries, not in time, so that a clock that jumps ahead gives nothing up.
 */
const second = 1_000;
const hour = 60 * 60 * second;

const maxTries = 13;
const firstDelay = 30 * second;

/** The longest there is between two tries. */
export const longestRetryDelay = 7.2 * hour;

/**
 * Milliseconds until the next try after `tries` of them; null when there is none. `chance` is between 0 and 1 and moves it by a
 * fifth, so that what failed together is not tried together.
 */
export function resolveRetryDelay(tries: number, chance: number): number | null {
  if (tries >= maxTries) return null;
  const delay = Math.min(firstDelay * 4 ** (tries - 1), 6 * hour);
  return Math.round(delay * (0.8 + 0.4 * chance));
}
