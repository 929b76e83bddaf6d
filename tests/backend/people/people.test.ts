import { describe, expect, it } from 'vitest';

import { listPeople, listTeams, saveTeam } from '#contract/endpoints/people.ts';
import { openOffice } from '#tests/support/open-office.ts';
import { readCode } from '#tests/support/start-session.ts';

describe('People', () => {
  it('have an email of their own, however it is written', async () => {
    const { employ, add, change } = await openOffice();
    await employ('Ben', 'agent');
    const { person } = await add('Cora', 'agent');
    expect(await readCode(change(person, { email: 'BEN@office.test' }))).toBe('email-taken');
    expect(await readCode(change(person, { email: 'new@office.test' }))).toBe('ok');
  });

  it('are not written over by whoever did not see what somebody else made of them', async () => {
    const { employ, change } = await openOffice();
    const ben = await employ('Ben', 'agent');
    expect(await readCode(change(ben, { role: 'supervisor' }))).toBe('ok');
    expect(await readCode(change(ben, { name: 'Benjamin' }))).toBe('person-changed');
    expect(await readCode(change(ben, { role: 'supervisor' }))).toBe('ok');
  });

  it('never lose the last administrator who can sign in, not even when two go at once', async () => {
    const { employ, add, change } = await openOffice();
    const [ada, eve] = [await employ('Ada', 'administrator'), await employ('Eve', 'administrator')];
    await add('Newcomer', 'administrator');
    const codes = await Promise.all([
      readCode(change(ada, { role: 'agent' })),
      readCode(change(eve, { isDisabled: true })),
    ]);
    expect(codes.toSorted()).toEqual(['last-administrator', 'ok']);
  });

  it('are seen by a supervisor as far as their teams go, with nothing about passwords but whether there is one', async () => {
    const { employ, add, signInAs } = await openOffice();
    await employ('Sue', 'supervisor');
    await add('Ben', 'agent');
    await add('Far', 'agent', 'team-2');
    const asSue = await signInAs('sue@office.test');
    const { people } = listPeople.output.parse(await (await asSue(listPeople)).json());
    expect(people.map(({ name, hasPassword }) => [name, hasPassword])).toEqual([
      ['Sue', true],
      ['Ben', false],
    ]);
    expect(JSON.stringify(await (await asSue(listPeople)).json())).not.toMatch(/hash|secret|epoch/i);
    expect(await (await asSue(listTeams)).json()).toEqual({ teams: [{ id: 'team-1', name: 'Office team-1' }] });
  });
});

describe('Teams', () => {
  const openTeams = async () => {
    const { asAdministrator } = await openOffice();
    return {
      save: (teamId: string, name: string, seen: string | null) =>
        readCode(asAdministrator(saveTeam, { params: { teamId }, input: { name, seen } })),
      list: async () => {
        const { teams } = listTeams.output.parse(await (await asAdministrator(listTeams)).json());
        return teams.map(({ name }) => name);
      },
    };
  };

  it('can be given another name', async () => {
    const { save, list } = await openTeams();
    expect(await save('team-2', 'South', 'Office team-2')).toBe('ok');
    expect(await list()).toEqual(['Office team-1', 'South']);
  });

  it('are not renamed by whoever did not see what somebody else called them; the same name again does no harm', async () => {
    const { save, list } = await openTeams();
    const codes = await Promise.all([
      save('team-2', 'South', 'Office team-2'),
      save('team-2', 'Harbour', 'Office team-2'),
      save('team-9', 'West', null),
      save('team-9', 'Far west', null),
    ]);
    expect(codes.toSorted()).toEqual(['ok', 'ok', 'team-changed', 'team-changed']);
    const [, renamed = '', added = ''] = await list();
    expect(await save('team-2', renamed, 'Office team-2')).toBe('ok');
    expect(await save('team-9', added, null)).toBe('ok');
    expect(await save('team-2', 'Centre', renamed)).toBe('ok');
  });

  it('are told apart by their names, in whatever case, also by two who give the same at once', async () => {
    const { save, list } = await openTeams();
    expect(await save('team-1', 'office TEAM-2', 'Office team-1')).toBe('team-name-taken');
    expect(await save('team-1', 'OFFICE team-1', 'Office team-1')).toBe('ok');
    const codes = await Promise.all([save('team-8', 'West', null), save('team-9', 'west', null)]);
    expect(codes.toSorted()).toEqual(['ok', 'team-name-taken']);
    expect(await list()).toHaveLength(3);
  });
});
