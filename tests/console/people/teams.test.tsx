import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { saveTeam } from '#contract/endpoints/people.ts';
import { agentCredential, createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { createCaller } from '#tests/support/start-session.ts';

const mock = useMockServer();
type View = Pick<ReturnType<typeof openConsole>, 'user'>;

function openTeams() {
  const { backend, deps } = createTestBackend();
  mock.serve(backend);
  return {
    store: deps.store,
    asAdministrator: createCaller(backend, agentCredential),
    ...openConsole('/people', { as: 'administrator' }),
  };
}
const section = () => screen.findByRole('region', { name: 'Teams' });
const names = async () => {
  const rows = within(await section()).queryAllByRole('listitem');
  return rows.map(({ textContent }) => textContent);
};

async function name({ user }: View, opener: string, wanted: string) {
  await user.click(await screen.findByRole('button', { name: opener }));
  const form = within(await screen.findByRole('dialog', { name: opener }));
  const field = form.getByRole('textbox', { name: 'Name of the team' });
  await user.clear(field);
  await user.type(field, wanted);
  await user.keyboard('{Enter}');
  return { form, field };
}

describe('Teams', () => {
  it('are added from the first on, and renamed', async () => {
    const view = openTeams();
    expect(await screen.findByText(/^There are no teams/)).toBeVisible();
    await name(view, 'Add a team', 'North');
    await expect.poll(names).toEqual([expect.stringMatching(/^NorthNobody yet/)]);
    await name(view, 'Add a team', 'South');
    await name(view, 'Rename North', 'Centre');
    await expect.poll(names).toEqual([expect.stringMatching(/^Centre/), expect.stringMatching(/^South/)]);
  });

  it('are told apart: a name is given once', async () => {
    const view = openTeams();
    await name(view, 'Add a team', 'North');
    await expect.poll(names).toHaveLength(1);
    const { form, field } = await name(view, 'Add a team', ' north ');
    expect(await form.findByText('Another team has this name.')).toBeVisible();
    expect(field).toHaveAccessibleDescription('Another team has this name.');
    await view.user.click(form.getByRole('button', { name: 'Cancel' }));
    expect(await names()).toHaveLength(1);
  });

  it('that somebody else renamed meanwhile are renamed only by whoever was told of it', async () => {
    const view = openTeams();
    await name(view, 'Add a team', 'North');
    await view.user.click(await screen.findByRole('button', { name: 'Rename North' }));
    const form = within(await screen.findByRole('dialog', { name: 'Rename North' }));
    const [team] = (await view.store.people.loadDirectory()).teams;
    await view.asAdministrator(saveTeam, {
      params: { teamId: team?.id ?? '' },
      input: { name: 'Harbour', seen: 'North' },
    });
    const field = form.getByRole('textbox', { name: 'Name of the team' });
    await view.user.clear(field);
    await view.user.type(field, 'Centre{Enter}');
    expect(await form.findByText(/it is called Harbour now/)).toBeVisible();
    expect(field).toHaveValue('Centre');
    await expect.poll(names).toEqual([expect.stringMatching(/^Harbour/)]);
    await view.user.click(form.getByRole('button', { name: 'Save' }));
    await expect.poll(names).toEqual([expect.stringMatching(/^Centre/)]);
  });

  it('come before people, whom nobody adds without one', async () => {
    const { user } = openTeams();
    expect(await screen.findByText('Nobody has been added yet.')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Add a person' }));
    const form = within(await screen.findByRole('dialog'));
    await user.click(form.getByRole('button', { name: 'Add' }));
    expect(form.getByRole('combobox', { name: 'Team' })).toHaveAccessibleDescription(/Add a team first\./);
  });
});
