import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { changeSystemSettings, changeTeamSettings, getTeamPreferences } from '#contract/endpoints/settings.ts';
import type { SettingChange } from '#contract/preferences.ts';
import { createSampleLogo } from '#backend/scenarios/sample-logo.ts';
import { agentCredential, createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { createCaller, startTestSession } from '#tests/support/start-session.ts';
import { credentialOf, type TestPerson } from '#tests/support/test-people.ts';

const mock = useMockServer();
const params = { teamId: testTeam };
const ofTeam = `/preferences/teams/${testTeam}`;

function openPreferences(path = ofTeam, as: TestPerson = 'administrator') {
  const test = createTestBackend();
  const changeAs =
    (person: TestPerson) =>
    (...changes: SettingChange[]) =>
      createCaller(test.backend, credentialOf(person))(changeTeamSettings, { params, input: { changes } });
  mock.serve(test.backend);
  const ask = createCaller(test.backend, agentCredential);
  return {
    ...test,
    changeTeam: changeAs('the supervisor'),
    changeSystem: (...changes: SettingChange[]) => ask(changeSystemSettings, { input: { changes } }),
    readOwn: async () => getTeamPreferences.output.parse(await (await ask(getTeamPreferences, { params })).json()).own,
    open: () => openConsole(path, { as }),
  };
}

const setting = (name: string | RegExp) => screen.findByRole('group', { name });
/** The setting with everything under it. */
const around = async (name: string) => {
  const { parentElement } = await setting(name);
  if (!parentElement) throw new Error(`Failed to find what belongs to ${name}.`);
  return within(parentElement);
};

describe('A toggle', () => {
  it('says what it comes to and where from, is saved at once, and can be undone', async () => {
    const { open, readOwn, changeSystem } = openPreferences();
    await changeSystem({ setting: 'autoOpen', from: null, to: true });
    const { user } = open();
    const autoOpen = await around('Auto-open');
    expect(autoOpen.getByText('On, from the system')).toBeVisible();
    expect(autoOpen.getByRole('button', { name: 'Inherit' })).toHaveAttribute('aria-pressed', 'true');
    await user.click(autoOpen.getByRole('button', { name: 'Off' }));
    expect(await autoOpen.findByText('Off, set here')).toBeVisible();
    expect(await readOwn()).toEqual({ autoOpen: false });
    await user.click(autoOpen.getByRole('button', { name: 'Undo' }));
    expect(await autoOpen.findByText('On, from the system')).toBeVisible();
    expect(await readOwn()).toEqual({});
  });

  it('that somebody else changed meanwhile is not overwritten: who, and to what, is shown before one decides', async () => {
    const { open, readOwn, changeTeam } = openPreferences();
    const { user } = open();
    const chat = await around('Chat');
    await changeTeam({ setting: 'chat', from: null, to: true });
    await user.click(chat.getByRole('button', { name: 'Off' }));
    const notice = await screen.findByRole('region', { name: 'Somebody else changed this meanwhile' });
    await waitFor(() =>
      expect(notice).toHaveTextContent(/Ada Agent changed this meanwhile.*Theirs: On\. Yours: Off\./),
    );
    expect(await readOwn()).toEqual({ chat: true });
    await user.click(within(notice).getByRole('button', { name: 'Save mine' }));
    expect(await chat.findByText('Off, set here')).toBeVisible();
    expect(await readOwn()).toEqual({ chat: false });
  });

  it('that another administrator left alone is saved, whatever else they changed', async () => {
    const { open, readOwn, changeTeam } = openPreferences();
    const { user } = open();
    const chat = await around('Chat');
    await changeTeam({ setting: 'reassign', from: null, to: true });
    await user.click(chat.getByRole('button', { name: 'Off' }));
    await chat.findByText('Off, set here');
    expect(await readOwn()).toEqual({ chat: false, reassign: true });
    expect(await (await around('Hand over to somebody else')).findByText('On, set here')).toBeVisible();
  });
});

describe('The message of an inactive agent', () => {
  it('is a toggle, then a text with what the customer will read, then Done', async () => {
    const { open, readOwn } = openPreferences();
    const { user } = open();
    const toggle = await setting('Inactive-agent message');
    expect(screen.queryByLabelText('Text while the agent is inactive')).toBeNull();
    await user.click(within(toggle).getByRole('button', { name: 'On' }));
    const field = await screen.findByLabelText('Text while the agent is inactive');
    expect(screen.getByText('Nothing: there is no text yet.')).toBeVisible();
    await user.type(field, 'We are back at nine.');
    const preview = screen.getByRole('region', { name: 'Message from the team' });
    expect(preview).toHaveTextContent('We are back at nine.');
    expect(await readOwn()).toEqual({ inactiveAgentMessage: { on: true } });
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(await screen.findByText('We are back at nine., set here')).toBeVisible();
    expect(await readOwn()).toEqual({ inactiveAgentMessage: { on: true, text: 'We are back at nine.' } });
  });

  it('that was written while somebody else wrote it too is kept until one decides', async () => {
    const { open, readOwn, changeTeam } = openPreferences();
    await changeTeam({ setting: 'inactiveAgentMessage.on', from: null, to: true });
    const { user } = open();
    const field = await screen.findByLabelText('Text while the agent is inactive');
    await user.type(field, 'Mine');
    await changeTeam({ setting: 'inactiveAgentMessage.text', from: null, to: 'Theirs' });
    await user.click(screen.getByRole('button', { name: 'Done' }));
    const notice = await screen.findByRole('region', { name: 'Somebody else changed this meanwhile' });
    expect(field).toHaveValue('Mine');
    await waitFor(() => expect(notice).toHaveTextContent('Theirs: Theirs. Yours: Mine.'));
    await user.click(within(notice).getByRole('button', { name: 'Keep theirs' }));
    await waitFor(() => expect(field).toHaveValue('Theirs'));
    expect((await readOwn()).inactiveAgentMessage?.text).toBe('Theirs');
  });
});

describe('Other settings', () => {
  it('a disclaimer with another text is another revision, so that everybody is shown it', async () => {
    const { open, readOwn, changeTeam } = openPreferences();
    await changeTeam({ setting: 'cookieDisclaimer.on', from: null, to: true });
    const { user } = open();
    await user.type(await screen.findByLabelText('Text of the disclaimer'), 'Two cookies.');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(async () =>
      expect((await readOwn()).cookieDisclaimer).toEqual({ on: true, text: 'Two cookies.', revision: 2 }),
    );
  });

  it('a number is saved with Enter; a wrong one says what is right beside it; an empty one inherits', async () => {
    const { open, readOwn } = openPreferences();
    const { user } = open();
    const days = await screen.findByLabelText('Days a link works');
    await user.type(days, '9999{Enter}');
    await waitFor(() => expect(days).toHaveAccessibleDescription(/Enter a whole number of days from 1 to 3650\./));
    expect(await readOwn()).toEqual({});
    await user.clear(days);
    await user.type(days, '30{Enter}');
    expect(await screen.findByText('30 days, set here')).toBeVisible();
    expect(days).not.toHaveAttribute('aria-invalid');
    await user.clear(days);
    await user.tab();
    expect(await screen.findByText('7 days, the product’s default')).toBeVisible();
    expect(await readOwn()).toEqual({});
  });

  it('a list can be inherited, empty, or its own; the line that is wrong is named', async () => {
    const { open, readOwn } = openPreferences();
    const { user } = open();
    await user.click(
      within(await setting('Pages that may show the room')).getByRole('button', { name: 'A list of its own' }),
    );
    const lines = await screen.findByLabelText('Addresses, one on each line');
    await user.type(lines, 'https://shop.test{Enter}nowhere');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(lines).toHaveAccessibleDescription(/“nowhere” is no address/));
    await user.clear(lines);
    await user.type(lines, 'https://shop.test');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(await screen.findByText('https://shop.test, set here')).toBeVisible();
    expect(await readOwn()).toEqual({ allowedOrigins: ['https://shop.test'] });
  });

  it('what is left after the end, and the days of reminders, are saved as a whole', async () => {
    const { open, readOwn } = openPreferences();
    const { user } = open();
    await user.selectOptions(await screen.findByLabelText('After the end'), 'Everything, for some days');
    await user.type(screen.getByLabelText('For how many days'), '14');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(await screen.findByText('Everything, for some days, for 14 days, set here')).toBeVisible();
    await user.click(screen.getByRole('checkbox', { name: 'Saturday' }));
    await user.selectOptions(screen.getByLabelText('Time zone'), 'Europe/Warsaw');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(async () =>
      expect(await readOwn()).toMatchObject({
        endAccess: { level: 'full-until', days: 14 },
        reminders: { schedule: { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'], timeZone: 'Europe/Warsaw' } },
      }),
    );
  });

  it('copying the URL says that it has no effect without embedded sessions', async () => {
    const { open } = openPreferences();
    const { user } = open();
    const without = 'Embedded sessions are off here, so copying has no effect.';
    expect(await screen.findByText(without)).toBeVisible();
    await user.click(within(await setting('Embedded sessions')).getByRole('button', { name: 'On' }));
    await waitFor(() => expect(screen.queryByText(without)).toBeNull());
  });
});

describe('The look', () => {
  it('shows a piece of the room while a colour is typed, and says when it could not be read as chosen', async () => {
    const { open, readOwn } = openPreferences();
    const { user } = open();
    const color = await screen.findByLabelText('Colour of buttons');
    expect(screen.getByText(/^In light: can be read as chosen/)).toBeVisible();
    await user.type(color, '#ffff00');
    expect(screen.getByText(/^In light: as chosen it could not be read everywhere/)).toBeVisible();
    expect(await readOwn()).toEqual({});
    await user.type(color, '{Enter}');
    expect(await screen.findByText('#ffff00, set here')).toBeVisible();
    await user.clear(color);
    await user.type(color, 'red{Enter}');
    await waitFor(() => expect(color).toHaveAccessibleDescription(/such as #1b57cf/));
  });

  it('takes a logo from this device, and says why another file is none', async () => {
    const { open, readOwn } = openPreferences();
    const { user } = open();
    const picker = await screen.findByLabelText('Logo');
    await user.upload(picker, new File(['GIF89a'], 'logo.png', { type: 'image/png' }));
    await waitFor(() => expect(picker).toHaveAccessibleDescription(/file/i));
    await user.upload(picker, new File([await createSampleLogo()], 'logo.png', { type: 'image/png' }));
    expect(await screen.findByText('A picture, set here')).toBeVisible();
    expect((await readOwn()).branding?.logo).toEqual(expect.any(String));
  });
});

describe('Around the settings', () => {
  it('a supervisor finds their own team and no system; an administrator chooses the level', async () => {
    const { open } = openPreferences('/preferences', 'the supervisor');
    open();
    const level = await screen.findByLabelText('Settings of');
    expect(location.pathname).toBe(`/console${ofTeam}`);
    expect(within(level).queryByRole('option', { name: 'The system (every team)' })).toBeNull();
    const { user } = openConsole('/preferences', { as: 'administrator' });
    const choice = await screen.findByLabelText('Settings of');
    expect(location.pathname).toBe('/console/preferences/system');
    await user.selectOptions(choice, `teams/${testTeam}`);
    expect(location.pathname).toBe(`/console${ofTeam}`);
  });

  it('the log tells who changed what, newest first', async () => {
    const { open, changeTeam } = openPreferences(`${ofTeam}/log`);
    await changeTeam({ setting: 'chat', from: null, to: false });
    await changeTeam({ setting: 'accessDuration', from: null, to: 30 });
    open();
    await screen.findByText('Days a link works: from “Inherit” to “30 days”');
    const [newest, older] = screen.getAllByText(/: from “/);
    expect(newest).toHaveTextContent('Days a link works');
    expect(older).toHaveTextContent('Chat: from “Inherit” to “Off”');
    expect(screen.getAllByText('Ada Agent')).toHaveLength(2);
  });

  it('the log of a level where nothing happened says so', async () => {
    const { open } = openPreferences('/preferences/system/log');
    open();
    expect(await screen.findByText(/^Nothing was changed here yet/)).toBeVisible();
  });
});

describe('What applies here?', () => {
  const applied = async (name: string) => {
    const heading = await screen.findByRole('heading', { name, level: 3 });
    return heading.closest('li')?.textContent;
  };

  it('says for a team what holds and what lost', async () => {
    const { open, changeTeam, changeSystem } = openPreferences(`/applies/teams/${testTeam}`);
    await changeSystem({ setting: 'autoOpen', from: null, to: true });
    await changeTeam({ setting: 'autoOpen', from: null, to: false });
    open();
    expect(await applied('Auto-open')).toBe(
      'Auto-openOfffrom the teamOverruled: On (from the system)Overruled: Off (the product’s default)',
    );
  });

  it('says it for a session, also to the agent whose session it is', async () => {
    const test = openPreferences();
    const { sessionId } = await startTestSession({ settings: { chat: false } }, test);
    openConsole(`/applies/sessions/${sessionId}`, { as: 'the agent' });
    expect(await applied('Chat')).toBe('ChatOfffrom the sessionOverruled: On (the product’s default)');
    expect(screen.getByText(/The session with Cleo Customer/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Session preferences' })).toBeNull();
  });
});
