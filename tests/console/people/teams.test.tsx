import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openConsole } from '#tests/support/render-console.tsx';

const mock = useMockServer();
type View = ReturnType<typeof openConsole>;

function openTeams() {
  mock.serve(createTestBackend().backend);
  return openConsole('/people', { as: 'administrator' });
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
    expect(field).toHaveAccessibleDescription('Another team has this name.');
    await view.user.click(form.getByRole('button', { name: 'Cancel' }));
    expect(await names()).toHaveLength(1);
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
