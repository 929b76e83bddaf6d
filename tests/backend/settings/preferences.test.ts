import { describe, expect, it } from 'vitest';

import { saveSystemSettings, saveTeamSettings, startSession } from '#contract/endpoints/agent.ts';
import {
  changeSystemSettings,
  changeTeamSettings,
  getSessionPreferences,
  getSystemPreferences,
  getTeamPreferences,
  readTeamSettingsLog,
} from '#contract/endpoints/settings.ts';
import type { SettingChange } from '#contract/preferences.ts';
import type { SettingName } from '#contract/settings.ts';
import { agentCredential, createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { buildSessionInput, createCaller, readCode, readProblem } from '#tests/support/start-session.ts';

const params = { teamId: testTeam };

function openPreferences() {
  const test = createTestBackend();
  const ask = createCaller(test.backend, agentCredential);
  const read = async () => getTeamPreferences.output.parse(await (await ask(getTeamPreferences, { params })).json());
  const log = async (query = '') =>
    readTeamSettingsLog.output.parse(await (await ask(readTeamSettingsLog, { params, query })).json());
  return {
    ...test,
    ask,
    read,
    log,
    change: (...changes: SettingChange[]) => ask(changeTeamSettings, { params, input: { changes } }),
    explain: async (name: SettingName) => (await read()).settings.find((one) => one.name === name)?.candidates,
  };
}

describe('Preferences of a team', () => {
  it('say of each setting what holds, where it comes from, and what lost', async () => {
    const { ask, change, explain } = openPreferences();
    await ask(saveSystemSettings, { input: { version: 0, settings: { chat: true } } });
    expect(await explain('chat')).toEqual([
      { origin: 'system', value: true },
      { origin: 'default', value: true },
    ]);
    await change({ setting: 'chat', from: null, to: false });
    expect((await explain('chat'))?.map(({ origin, value }) => [origin, value])).toEqual([
      ['team', false],
      ['system', true],
      ['default', true],
    ]);
  });

  it('are given back as they are after a change, and inherit again when it is taken back', async () => {
    const { change } = openPreferences();
    const changed = changeTeamSettings.output.parse(
      await (await change({ setting: 'inactiveAgentMessage.text', from: null, to: 'Back soon.' })).json(),
    );
    expect(changed).toMatchObject({ version: 1, own: { inactiveAgentMessage: { text: 'Back soon.' } } });
    const undone = changeTeamSettings.output.parse(
      await (await change({ setting: 'inactiveAgentMessage.text', from: 'Back soon.', to: null })).json(),
    );
    expect([undone.version, undone.own]).toEqual([2, {}]);
  });

  it('are no other team’s, and not the system’s', async () => {
    const { ask, change } = openPreferences();
    await change({ setting: 'autoOpen', from: null, to: true });
    const other = await ask(getTeamPreferences, { params: { teamId: 'team-2' } });
    const system = await ask(getSystemPreferences);
    expect(getTeamPreferences.output.parse(await other.json()).own).toEqual({});
    expect(getSystemPreferences.output.parse(await system.json()).own).toEqual({});
  });
});

describe('Two administrators', () => {
  it('who change different settings at once both have their way', async () => {
    const { change, read } = openPreferences();
    const codes = await Promise.all([
      readCode(change({ setting: 'chat', from: null, to: false })),
      readCode(change({ setting: 'autoOpen', from: null, to: true })),
    ]);
    expect(codes).toEqual(['ok', 'ok']);
    expect(await read()).toMatchObject({ version: 2, own: { chat: false, autoOpen: true } });
  });

  it('who change the same setting: the second is told, and nothing is overwritten', async () => {
    const { change, read, log } = openPreferences();
    await change({ setting: 'accessDuration', from: null, to: 30 });
    const late = [
      { setting: 'chat', from: null, to: false },
      { setting: 'accessDuration', from: null, to: 3 },
    ] as const;
    expect(await readProblem(await change(...late))).toMatchObject({
      code: 'settings-changed',
      status: 409,
      fields: [{ path: 'accessDuration' }],
    });
    expect((await read()).own).toEqual({ accessDuration: 30 });
    expect((await log()).entries).toHaveLength(1);
  });

  it('who want the same, and one who asks twice, do no harm', async () => {
    const { change, log } = openPreferences();
    const reminders = { weekdays: ['mon'], fromHour: 9, toHour: 17, timeZone: 'UTC', repetitions: 2 };
    const shuffled = { repetitions: 2, timeZone: 'UTC', toHour: 17, fromHour: 9, weekdays: ['mon'] };
    expect(await readCode(change({ setting: 'reminders.schedule', from: null, to: reminders }))).toBe('ok');
    expect(await readCode(change({ setting: 'reminders.schedule', from: null, to: shuffled }))).toBe('ok');
    expect(await readCode(change({ setting: 'reminders.schedule', from: shuffled, to: null }))).toBe('ok');
    expect((await log()).entries).toHaveLength(2);
  });
});

describe('A setting that nobody could have meant', () => {
  it.each<[SettingName, SettingChange['to'], string]>([
    ['accessDuration', 0, 'accessDuration'],
    ['autoOpen', 'yes', 'autoOpen'],
    ['branding.primaryColor', 'red', 'branding.primaryColor'],
    ['signingReasons', ['Fine', ''], 'signingReasons.1'],
    ['endAccess', { level: 'sometimes' }, 'endAccess.level'],
  ])('%s = %j is refused by its name, and nothing is saved', async (setting, to, path) => {
    const { change, read } = openPreferences();
    const refused = await change({ setting: 'chat', from: null, to: false }, { setting, from: null, to });
    expect(await readProblem(refused)).toMatchObject({ code: 'invalid-input', fields: [{ path }] });
    expect((await read()).version).toBe(0);
  });
});

describe('The log of settings', () => {
  it('tells who changed what, when, from what to what, newest first', async () => {
    const { change, log, pass } = openPreferences();
    await change({ setting: 'chat', from: null, to: false }, { setting: 'consent.on', from: null, to: true });
    pass(60_000);
    await change({ setting: 'chat', from: false, to: null });
    const by = { id: 'agent-1', name: 'Ada Agent' };
    expect(await log()).toEqual({
      entries: [
        { version: 2, at: '2026-11-22T09:01:00.000Z', by, changes: [{ setting: 'chat', from: false, to: null }] },
        {
          version: 1,
          at: '2026-11-22T09:00:00.000Z',
          by,
          changes: [
            { setting: 'consent.on', from: null, to: true },
            { setting: 'chat', from: null, to: false },
          ],
        },
      ],
      next: null,
    });
  });

  it('has what was saved all at once as well, as what became different', async () => {
    const { ask, log, change } = openPreferences();
    await change({ setting: 'chat', from: null, to: false });
    await ask(saveTeamSettings, { params, input: { version: 1, settings: { autoOpen: true } } });
    await ask(saveTeamSettings, { params, input: { version: 1, settings: { autoOpen: true } } });
    const { entries } = await log();
    expect(entries.map(({ version }) => version)).toEqual([2, 1]);
    expect(entries[0]?.changes).toEqual([
      { setting: 'autoOpen', from: null, to: true },
      { setting: 'chat', from: false, to: null },
    ]);
  });

  it('has nothing of what was saved all at once by somebody who had not seen the last change, because it was not', async () => {
    const { ask, log, read, change } = openPreferences();
    await change({ setting: 'chat', from: null, to: false });
    const input = { version: 0, settings: { autoOpen: true } };
    expect(await readCode(ask(saveTeamSettings, { params, input }))).toBe('settings-changed');
    expect((await read()).own).toEqual({ chat: false });
    expect((await log()).entries).toHaveLength(1);
  });

  it('is read page by page', async () => {
    const { change, log } = openPreferences();
    for (let days = 1; days <= 52; days += 1) {
      await change({ setting: 'accessDuration', from: days === 1 ? null : days - 1, to: days });
    }
    const first = await log();
    const rest = await log(`?cursor=${first.next}`);
    expect([...first.entries, ...rest.entries].map(({ version }) => version)).toEqual(
      Array.from({ length: 52 }, (_, at) => 52 - at),
    );
    expect(rest.next).toBeNull();
  });
});

describe('What applies to a session', () => {
  it('is said with the value of every level', async () => {
    const { ask } = openPreferences();
    const on = { setting: 'autoOpen', from: null, to: true };
    await ask(changeSystemSettings, { input: { changes: [on] } });
    await ask(changeTeamSettings, { params, input: { changes: [{ ...on, to: false }] } });
    const started = await ask(startSession, { input: buildSessionInput({ settings: { autoOpen: true } }) });
    const { sessionId } = startSession.output.parse(await started.json());
    const answer = await ask(getSessionPreferences, { params: { sessionId } });
    const { team, settings } = getSessionPreferences.output.parse(await answer.json());
    expect(team).toBe(testTeam);
    expect(settings.find(({ name }) => name === 'autoOpen')?.candidates).toEqual([
      { origin: 'session', value: true },
      { origin: 'team', value: false },
      { origin: 'system', value: true },
      { origin: 'default', value: false },
    ]);
    expect(await readCode(ask(getSessionPreferences, { params: { sessionId: 'nobodys' } }))).toBe('not-found');
  });
});
