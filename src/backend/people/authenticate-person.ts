/** Who is signed in with a request's bearer. Hosts put it into `authenticateAgent`, beside whom else they know. */
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { readBearer } from '#backend/http/bearer.ts';
import type { SignInRecord } from '#backend/people/person-record.ts';
import { sha256Hex } from '#backend/session/hash.ts';

/** Milliseconds. A sign-in lasts a week, and half a day without being used. */
export const signInLifetime = 7 * 24 * 60 * 60_000;
const idleFor = 12 * 60 * 60_000;
/** How exactly it is known when it was used last. */
const grain = 5 * 60_000;

type Deps = Pick<BackendDeps, 'store' | 'now'>;

/** Null: nobody knows it, it is over, or whoever had it may not come in any more. */
export async function authenticatePerson(deps: Deps, request: Request): Promise<Agent | null> {
  const token = readBearer(request);
  const { people } = deps.store;
  const signIn = token === null ? undefined : await people.findSignIn(await sha256Hex(token));
  if (!signIn || isOver(signIn, deps.now())) return null;
  const person = await people.findPerson(signIn.person);
  if (!person || person.isDisabled || person.signInEpoch !== signIn.epoch) return null;
  if (deps.now() - signIn.lastSeenAt > grain) await people.saveSignIn({ ...signIn, lastSeenAt: deps.now() });
  const { id, name, role, team, otherTeams } = person;
  return { id, name, role, team, otherTeams };
}

const isOver = ({ expiresAt, lastSeenAt }: SignInRecord, now: number): boolean =>
  now >= expiresAt || now - lastSeenAt > idleFor;
