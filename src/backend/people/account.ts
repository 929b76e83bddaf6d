/** What people do about themselves: who am I, sign out, sign out everywhere. */
import { signOut, signOutEverywhere, whoAmI } from '#contract/endpoints/people.ts';
import { listTeams } from '#domain/rights.ts';
import { AppError } from '#backend/app-error.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { readBearer } from '#backend/http/bearer.ts';
import { agentRoute } from '#backend/http/route.ts';
import { changeDirectory } from '#backend/people/change-directory.ts';
import { sha256Hex } from '#backend/session/hash.ts';

export const whoAmIRoute = agentRoute(whoAmI, async ({ deps, agent }) => {
  // Note: a key is nobody; `domain/rights.ts` says so, and here it is said to the type checker.
  if (agent.role === 'key') throw new AppError('not-allowed');
  const { people, teams } = await deps.store.people.loadDirectory();
  return {
    id: agent.id,
    name: agent.name,
    email: people.find(({ id }) => id === agent.id)?.email ?? null,
    role: agent.role,
    teams: listTeams(agent).map((id) => teams.find((team) => team.id === id) ?? { id, name: id }),
  };
});

/** Whoever the host knows in another way has nothing here to be signed out of. */
export const signOutRoute = agentRoute(signOut, async ({ deps, agent, request }) => {
  const token = readBearer(request);
  if (token !== null) await deps.store.people.deleteSignIn(await sha256Hex(token));
  await leave(deps, agent);
  return undefined;
});

/** Customers are told at once. Note: another console that the same person has open says within half a minute that they are still there. */
const leave = ({ store, now }: BackendDeps, { id }: Agent) =>
  store.savePresence(id, { connected: false, changedAt: now() });

export const signOutEverywhereRoute = agentRoute(signOutEverywhere, async ({ deps, agent }) => {
  await changeDirectory(deps, ({ people }) => ({
    people: people
      .filter(({ id }) => id === agent.id)
      .map((person) => ({ ...person, signInEpoch: person.signInEpoch + 1 })),
  }));
  await leave(deps, agent);
  return undefined;
});
