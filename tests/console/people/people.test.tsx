import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';

import { startSession } from '#contract/endpoints/agent.ts';
import { whoAmI } from '#contract/endpoints/people.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openOffice } from '#tests/support/open-office.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { buildSessionInput } from '#tests/support/start-session.ts';
import type { TestPerson } from '#tests/support/test-people.ts';

const mock = useMockServer();

async function openPeople({ as = 'administrator', path = '/people' }: { as?: TestPerson; path?: string } = {}) {
  const office = await openOffice();
  const ben = await office.employ('Ben', 'agent');
  await office.add('Cora', 'supervisor', 'team-2');
  mock.serve(office.backend);
  return { office, ben, ...openConsole(path, { as }) };
}
type View = Awaited<ReturnType<typeof openPeople>>;

const people = async () => within(await screen.findByRole('region', { name: 'People' }));
const rows = async () => (await people()).getAllByRole('listitem').map(({ textContent }) => textContent);
const press = async ({ user }: Pick<View, 'user'>, name: string) =>
  user.click(await screen.findByRole('button', { name }));
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }));

const textIn = (form: Awaited<ReturnType<typeof dialog>>, name: string): string => {
  const field = form.getByRole('textbox', { name });
  if (!(field instanceof HTMLInputElement)) throw new Error(`Failed to find ${name}.`);
  return field.value;
};

describe('People', () => {
  it('who are disabled leave sessions, which are named before, and handed over afterwards', async () => {
    const view = await openPeople();
    const { user, office, ben } = view;
    const dora = await office.employ('Dora', 'agent');
    const asBen = await office.signInAs(ben.email);
    for (const name of ['Maya', 'Cleo']) {
      const customer = { name, email: `${name}@example.com`, phone: null };
      await asBen(startSession, { input: buildSessionInput({ customer }) });
    }
    await press(view, 'Disable Ben');
    const question = await dialog('Disable Ben?');
    expect(await question.findByText('Ben has 2 sessions that are not over:')).toBeVisible();
    const named = question.getAllByRole('link').map(({ textContent }) => textContent);
    expect(named.toSorted()).toEqual(['Cleo', 'Maya']);
    await user.click(question.getByRole('button', { name: 'Disable' }));

    const form = await dialog('Hand over the sessions of Ben');
    await user.click(form.getByRole('button', { name: 'Cancel' }));
    await press(view, 'Hand over the sessions of Ben');
    const again = await dialog('Hand over the sessions of Ben');
    await user.selectOptions(
      await again.findByRole('combobox', { name: 'Who goes on with it' }),
      'Dora (dora@office.test)',
    );
    await user.click(again.getByRole('button', { name: 'Hand over' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const held = await office.deps.store.listSessions({ within: null, agent: dora.id, limit: 10 });
    expect(held.map(({ participants }) => participants[0]?.name).toSorted()).toEqual(['Cleo', 'Maya']);
    await press(view, 'Hand over the sessions of Ben');
    expect(await screen.findByText('Ben has no open sessions.')).toBeVisible();
  });

  it('are listed by name with role, team and whether they can sign in, and found by any of it', async () => {
    const { user } = await openPeople();
    expect(await rows()).toEqual([
      expect.stringMatching(/^Benben@office\.testAgent · Office team-1/),
      expect.stringMatching(/^CoraNo password yetcora@office\.testSupervisor · Office team-2/),
    ]);
    await user.type(screen.getByRole('searchbox'), 'TEAM-2 co');
    expect(await rows()).toEqual([expect.stringMatching(/^Cora/)]);
    expect(location.search).toBe('?search=TEAM-2+co');
    await user.type(screen.getByRole('searchbox'), 'x');
    expect(await screen.findByText('Nobody fits.')).toBeVisible();
  });

  it('are added, and the link that sets their password is shown once, to be copied', async () => {
    const view = await openPeople();
    const { user, office } = view;
    await press(view, 'Add a person');
    const form = await dialog('Add a person');
    await user.click(form.getByRole('button', { name: 'Add' }));
    expect(form.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Enter a name.');
    await user.type(form.getByRole('textbox', { name: 'Name' }), 'Dora');
    await user.type(form.getByRole('textbox', { name: 'Email' }), 'dora@office.test');
    await user.click(form.getByRole('radio', { name: 'Supervisor' }));
    await user.selectOptions(form.getByRole('combobox', { name: 'Team' }), 'Office team-2');
    await user.click(form.getByRole('checkbox', { name: 'Office team-1' }));
    await user.click(form.getByRole('button', { name: 'Add' }));

    const told = await dialog('The password link of Dora');
    const url = textIn(told, 'Password link');
    await user.click(told.getByRole('button', { name: 'Copy' }));
    expect(await told.findByText('Copied')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(url);
    await user.click(told.getByRole('button', { name: 'Done' }));
    await expect
      .poll(rows)
      .toContainEqual(expect.stringMatching(/^Dora.*Supervisor · Office team-2May also use: Office team-1/));
    expect(document.body).not.toHaveTextContent(url);
    expect((await office.choose(url)).status).toBe(204);
    expect((await office.enter('dora@office.test')).status).toBe(200);
  });

  it('keep what was typed when the email is somebody else’s, which is said beside the field', async () => {
    const view = await openPeople();
    await press(view, 'Change Cora');
    const form = await dialog('Change Cora');
    const email = form.getByRole('textbox', { name: 'Email' });
    await view.user.clear(email);
    await view.user.type(email, 'BEN@office.test');
    await view.user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(email).toHaveAccessibleDescription(/Somebody else has this email address\./));
    await view.user.clear(email);
    await view.user.type(email, 'cora.new@office.test');
    await view.user.click(form.getByRole('button', { name: 'Save' }));
    await expect.poll(rows).toContainEqual(expect.stringMatching(/^Cora.*cora\.new@office\.test/));
  });

  it('are not written over when somebody else changed them meanwhile, which is said', async () => {
    const view = await openPeople();
    const { user, office, ben } = view;
    await press(view, 'Change Ben');
    const form = await dialog('Change Ben');
    await office.change(ben, { role: 'supervisor' });
    await user.type(form.getByRole('textbox', { name: 'Name' }), 'jamin');
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText(/^Somebody else changed this person meanwhile/)).toBeVisible();
    await user.click(form.getByRole('button', { name: 'Cancel' }));
    await expect.poll(rows).toContainEqual(expect.stringMatching(/^Benben@office\.testSupervisor/));
  });

  it('are disabled after a question, which signs them out, and enabled again', async () => {
    const view = await openPeople();
    const asBen = await view.office.signInAs('ben@office.test');
    await press(view, 'Disable Ben');
    const question = await dialog('Disable Ben?');
    await view.user.click(question.getByRole('button', { name: 'Disable' }));
    await expect.poll(rows).toContainEqual(expect.stringMatching(/^BenDisabled/));
    expect((await asBen(whoAmI)).status).toBe(401);
    await press(view, 'Enable Ben');
    await view.user.click((await dialog('Enable Ben?')).getByRole('button', { name: 'Enable' }));
    await expect.poll(rows).toContainEqual(expect.stringMatching(/^Benben/));
    expect((await view.office.enter('ben@office.test')).status).toBe(200);
  });

  it('always have one administrator: the last cannot be made anything else, and why is said', async () => {
    const view = await openPeople();
    await view.office.employ('Zoe', 'administrator');
    openConsole('/people', { as: 'administrator' });
    await press(view, 'Disable Zoe');
    const question = await dialog('Disable Zoe?');
    await view.user.click(question.getByRole('button', { name: 'Disable' }));
    expect(await question.findByText(/^There must be one administrator who can sign in/)).toBeVisible();
    expect((await view.office.enter('zoe@office.test')).status).toBe(200);
  });

  it('get a new password link in place of the one before', async () => {
    const view = await openPeople();
    const before = await view.office.add('Dora', 'agent');
    openConsole('/people', { as: 'administrator' });
    await press(view, 'New password link for Dora');
    const question = await dialog('Make a new password link for Dora?');
    await view.user.click(question.getByRole('button', { name: 'Make the link' }));
    const url = textIn(await dialog('The password link of Dora'), 'Password link');
    expect((await view.office.choose(before.passwordLink.url)).status).toBe(404);
    expect((await view.office.choose(url)).status).toBe(204);
  });

  it('of a supervisor’s teams are looked at, with nothing that only administrators do', async () => {
    await openPeople({ as: 'the supervisor' });
    expect(await rows()).toEqual([expect.stringMatching(/^Ben/)]);
    expect(within(screen.getByRole('main')).queryAllByRole('button')).toEqual([]);
  });

  it('are no page for an agent, who has one about themselves', async () => {
    const { user } = await openPeople({ as: 'the agent' });
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'People' })).toBeNull();
    await user.click(screen.getByRole('link', { name: 'Your account' }));
    expect(await screen.findByRole('heading', { name: 'Your account' })).toBeVisible();
  });

  it('that cannot be looked at say why, and can be tried again', async () => {
    const office = await openOffice();
    await office.add('Cora', 'agent');
    mock.serve(office.backend);
    let isAway = true;
    mock.server.use(
      http.get('*/api/agent/people', ({ request }) =>
        isAway ? new Response('', { status: 503 }) : office.backend(request),
      ),
    );
    const view = openConsole('/people', { as: 'administrator' });
    await screen.findByRole('button', { name: 'Try again' });
    isAway = false;
    await press(view, 'Try again');
    expect(await rows()).toEqual([expect.stringMatching(/^Cora/)]);
  });
});
