const firstMilliseconds = 1_000;
const longestMilliseconds = 30_000;

/** Milliseconds before the next attempt: doubles up to half a minute, spread so that many customers do not come back at once. */
export function resolveBackOff(failures: number, random: () => number = Math.random): number {
  const longest = Math.min(longestMilliseconds, firstMilliseconds * 2 ** Math.max(0, failures - 1));
  return longest * (0.5 + random() / 2);
}
