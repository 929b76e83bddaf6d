import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import { signIn, whoAmI } from '#contract/endpoints/people.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openOffice } from '#tests/support/open-office.ts';
import { openConsole } from '#tests/support/render-console.tsx';

const mock = useMockServer();

it('Whoever works here sees who they are, and signs out everywhere', async () => {
  const office = await openOffice();
  const { email } = await office.employ('Nina', 'supervisor');
  const elsewhere = await office.signInAs(email);
  const { token } = signIn.output.parse(await (await office.enter(email)).json());
  if (token === null) throw new Error('Failed to sign in.');
  mock.serve(office.backend);
  const leave = vi.spyOn(location, 'assign').mockImplementation(() => undefined);

  const { user } = openConsole('/account', { as: { bearer: token } });
  await screen.findByRole('heading', { name: 'Your account' });
  expect(screen.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
    'Nina',
    'nina@office.test',
    'Supervisor',
    'Office team-1',
  ]);
  await user.click(screen.getByRole('button', { name: 'Sign out everywhere' }));
  const question = within(await screen.findByRole('dialog', { name: 'Sign out everywhere?' }));
  await user.click(question.getByRole('button', { name: 'Sign out everywhere' }));
  await waitFor(() => expect(leave).toHaveBeenCalledWith('/console'));
  expect((await elsewhere(whoAmI)).status).toBe(401);
  openConsole('/account');
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
});
