/**
 * How many wrong passwords an account takes, and how long it then waits. Counted for an email whether anybody has it or not, so that
 * waiting says nothing about who works here.
 */
export type SignInTries = { failed: number; lastAt: number };

/** Free ones: what people mistype in a row. */
const freeTries = 5;
/** Milliseconds. Doubles with each try beyond the free ones. */
const firstWait = 30_000;
const longestWait = 15 * 60_000;
/** After so long without a try, all is forgotten. */
export const triesKeptFor = 24 * 60 * 60_000;

export const noTries: SignInTries = { failed: 0, lastAt: 0 };

/** Whole seconds until the next try is looked at; 0 = now. */
export function resolveWait({ failed, lastAt }: SignInTries, now: number): number {
  if (failed < freeTries) return 0;
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(failed - freeTries, 10));
  return Math.max(0, Math.ceil((lastAt + wait - now) / 1_000));
}

export const addTry = ({ failed, lastAt }: SignInTries, now: number): SignInTries => ({
  failed: now - lastAt > triesKeptFor ? 1 : failed + 1,
  lastAt: now,
});
