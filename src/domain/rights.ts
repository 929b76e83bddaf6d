/** Who on the side of the business may do what, and to whose. The backend asks before anything else; a console may ask before it shows a button. */
import type { AgentId, TeamId } from '#contract/ids.ts';
import type { Action, KeyScope, Role } from '#contract/rights.ts';

/** A person, by their role; or a system of the business, by the scopes of its API key. */
export type Standing = { role: Role } | { role: 'key'; scopes: readonly KeyScope[] };

/** `otherTeams`: whose settings they may use besides those of their own. */
export type RightsHolder = { id: AgentId; team: TeamId; otherTeams: readonly TeamId[] } & Standing;

/** `own`: what they made; `team`: also what belongs to one of their teams. Null: not at all. */
export type Scope = 'own' | 'team' | 'all' | null;

/** What an action is done to: who made it (null: nobody), and the team it belongs to. */
export type Target = { agent: AgentId | null; team: TeamId };

const everybody = { agent: 'all', supervisor: 'all', administrator: 'all' } as const;
const byReach = { agent: 'own', supervisor: 'team', administrator: 'all' } as const;

const rights: Readonly<Record<Action, Readonly<Record<Role, Scope>>>> = {
  'be-oneself': everybody,
  'bring-files': everybody,
  'start-session': { agent: 'team', supervisor: 'team', administrator: 'all' },
  'see-sessions': byReach,
  'steer-session': byReach,
  'reassign-session': { agent: null, supervisor: 'team', administrator: 'all' },
  'see-links': { agent: null, supervisor: null, administrator: 'all' },
  'see-people': { agent: null, supervisor: 'team', administrator: 'all' },
  'manage-people': { agent: null, supervisor: null, administrator: 'all' },
  'save-team-settings': { agent: null, supervisor: 'team', administrator: 'all' },
  'save-system-settings': { agent: null, supervisor: null, administrator: 'all' },
  'manage-api-access': { agent: null, supervisor: null, administrator: 'all' },
};

/** What is not named is not for systems. A key is of one team, and reaches what has that team's settings, whoever started it. */
const keyRights: Readonly<Record<KeyScope, Readonly<Partial<Record<Action, 'team' | 'all'>>>>> = {
  'start-sessions': { 'start-session': 'team', 'bring-files': 'all' },
  'read-sessions': { 'see-sessions': 'team' },
  'steer-sessions': { 'steer-session': 'team', 'bring-files': 'all' },
};

export function resolveScope(holder: Standing, action: Action): Scope {
  if (holder.role !== 'key') return rights[action][holder.role];
  const scope = holder.scopes.find((one) => keyRights[one][action] !== undefined);
  return (scope && keyRights[scope][action]) ?? null;
}

export const listTeams = ({ team, otherTeams }: RightsHolder): readonly TeamId[] => [team, ...otherTeams];

/** Whether this target is within what they may do the action to. */
export function mayDo(person: RightsHolder, action: Action, { agent, team }: Target): boolean {
  const scope = resolveScope(person, action);
  switch (scope) {
    case 'all':
      return true;
    case 'team':
      return agent === person.id || listTeams(person).includes(team);
    case 'own':
      return agent === person.id;
    case null:
      return false;
  }
}

/** Whether somebody can go on with a session that has the settings of this team: as little as they could start one, they cannot otherwise. */
export const canTakeOver = (person: RightsHolder & { isDisabled: boolean }, team: TeamId): boolean =>
  !person.isDisabled && mayDo(person, 'start-session', { agent: null, team });
