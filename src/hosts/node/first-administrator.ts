/**
 * The first start: nobody can sign in yet, so there is one administrator, and a link that sets their password. It is made anew at each start
 * until somebody has one, because a link that nobody wrote down is gone; the newest is the one that works.
 */
import { agentIdSchema, teamIdSchema } from '#contract/ids.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { changeDirectory, isAdministrator } from '#backend/people/change-directory.ts';
import { issuePasswordLink } from '#backend/people/password-links.ts';
import type { PersonRecord } from '#backend/people/person-record.ts';

export type FirstLink = { email: string; url: string };

/** Note: always the same, so that processes which start at once on one database make one. */
const firstAdministrator: PersonRecord = {
  id: agentIdSchema.parse('first-administrator'),
  name: 'Administrator',
  email: 'administrator@room.local',
  role: 'administrator',
  team: teamIdSchema.parse('main'),
  otherTeams: [],
  isDisabled: false,
  passwordHash: null,
  passwordLink: null,
  signInEpoch: 0,
};
const mainTeam = { id: firstAdministrator.team, name: 'Main' };

/** Null when an administrator has a password: they let others in. */
export async function ensureAdministrator(deps: BackendDeps): Promise<FirstLink | null> {
  const { people } = await deps.store.people.loadDirectory();
  if (people.some((person) => isAdministrator(person) && person.passwordHash !== null)) return null;
  const first = people.find(isAdministrator) ?? firstAdministrator;
  const { stored, told } = await issuePasswordLink(deps, first.id);
  await changeDirectory(deps, (directory) => {
    const known = directory.people.find(({ id }) => id === first.id) ?? first;
    const hasTeam = directory.teams.some(({ id }) => id === mainTeam.id);
    return { people: [{ ...known, passwordLink: stored }], teams: hasTeam ? [] : [mainTeam] };
  });
  return { email: first.email, url: told.url };
}
