/** Who on the side of the business may do what, and to whose. The backend asks before anything else; a console may ask before it shows a button. */
import type { AgentId, TeamId } from '#contract/ids.ts';
import type { Action, Role } from '#contract/rights.ts';

/** `otherTeams`: whose settings this person may use besides those of their own. */
export type RightsHolder = { id: AgentId; role: Role; team: TeamId; otherTeams: readonly TeamId[] };

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
  'see-people': { agent: null, supervisor: 'team', administrator: 'all' },
  'manage-people': { agent: null, supervisor: null, administrator: 'all' },
  'save-team-settings': { agent: null, supervisor: 'team', administrator: 'all' },
  'save-system-settings': { agent: null, supervisor: null, administrator: 'all' },
};

export const resolveScope = ({ role }: Pick<RightsHolder, 'role'>, action: Action): Scope => rights[action][role];

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
