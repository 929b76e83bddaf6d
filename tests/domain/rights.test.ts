import { describe, expect, it } from 'vitest';

import { agentIdSchema, teamIdSchema } from '#contract/ids.ts';
import type { Action, KeyScope, Role } from '#contract/rights.ts';
import { mayDo, resolveScope, type RightsHolder } from '#domain/rights.ts';

const [me, other] = [agentIdSchema.parse('me'), agentIdSchema.parse('other')];
const [north, south, east] = [teamIdSchema.parse('north'), teamIdSchema.parse('south'), teamIdSchema.parse('east')];
const holder = (role: Role): RightsHolder => ({ id: me, role, team: north, otherTeams: [south] });

describe('What a role may do', () => {
  it.each<[Action, ...(string | null)[]]>([
    ['be-oneself', 'all', 'all', 'all'],
    ['bring-files', 'all', 'all', 'all'],
    ['start-session', 'team', 'team', 'all'],
    ['see-sessions', 'own', 'team', 'all'],
    ['steer-session', 'own', 'team', 'all'],
    ['see-links', null, null, 'all'],
    ['see-people', null, 'team', 'all'],
    ['manage-people', null, null, 'all'],
    ['save-team-settings', null, 'team', 'all'],
    ['save-system-settings', null, null, 'all'],
    ['manage-api-access', null, null, 'all'],
  ])('%s: agents %s, supervisors %s, administrators %s', (action, ...scopes) => {
    const roles = ['agent', 'supervisor', 'administrator'] as const;
    expect(roles.map((role) => resolveScope({ role }, action))).toEqual(scopes);
  });
});

describe('Whose it is', () => {
  it.each([
    ['their own, of their team', me, north, [true, true, true]],
    ['their own, with the settings of another team', me, east, [true, true, true]],
    ["a colleague's", other, north, [false, true, true]],
    ['of a team they may use as well', other, south, [false, true, true]],
    ["another team's", other, east, [false, false, true]],
    ["nobody's, of their team", null, north, [false, true, true]],
    ["nobody's, of another team", null, east, [false, false, true]],
  ] as const)('decides about a session that is %s', (_, agent, team, expected) => {
    const roles = ['agent', 'supervisor', 'administrator'] as const;
    expect(roles.map((role) => mayDo(holder(role), 'steer-session', { agent, team }))).toEqual(expected);
  });
});

describe('What a system may do with its API key', () => {
  const scopes = ['start-sessions', 'read-sessions', 'steer-sessions'] as const;

  it.each<[Action, ...(string | null)[]]>([
    ['be-oneself', null, null, null],
    ['bring-files', 'all', null, 'all'],
    ['start-session', 'team', null, null],
    ['see-sessions', null, 'team', null],
    ['steer-session', null, null, 'team'],
    ['see-people', null, null, null],
    ['manage-people', null, null, null],
    ['save-team-settings', null, null, null],
    ['save-system-settings', null, null, null],
    ['manage-api-access', null, null, null],
  ])('%s: to start %s, to read %s, to steer %s', (action, ...expected) => {
    expect(scopes.map((scope) => resolveScope({ role: 'key', scopes: [scope] }, action))).toEqual(expected);
  });

  it('is the sum of its scopes, and nothing without any', () => {
    const may = (...held: KeyScope[]) =>
      (['bring-files', 'see-sessions', 'steer-session'] as const).map((action) =>
        resolveScope({ role: 'key', scopes: held }, action),
      );
    expect(may('read-sessions', 'start-sessions')).toEqual(['all', 'team', null]);
    expect(may()).toEqual([null, null, null]);
  });

  it('reaches what has the settings of its team, whoever started it', () => {
    const key: RightsHolder = { id: me, role: 'key', scopes: ['read-sessions'], team: north, otherTeams: [] };
    const reach = [north, south].map((team) => mayDo(key, 'see-sessions', { agent: other, team }));
    expect(reach).toEqual([true, false]);
  });
});
