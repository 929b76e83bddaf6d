import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';

import { signOutEverywhere } from '#contract/endpoints/people.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { goodPassword, openOffice } from '#tests/support/open-office.ts';
import { openConsole } from '#tests/support/render-console.tsx';

const mock = useMockServer();

async function openOfficeOf(name: string) {
  const office = await openOffice();
  const person = await office.employ(name, 'agent');
  mock.serve(office.backend);
  return { office, person };
}

const fillIn = async ({ user }: ReturnType<typeof openConsole>, email: string, password: string) => {
  const field = await screen.findByRole('textbox', { name: 'Email' });
  await user.clear(field);
  await user.type(field, email);
  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
};
/** At work: the first page has what it shows. */
const account = async () => {
  expect(await screen.findByText('Signed in as Nina')).toBeVisible();
  expect(await screen.findByText(/^There are no sessions yet/)).toBeVisible();
};

describe('Whoever works here', () => {
  it('signs in with email and password, and is still signed in after a reload', async () => {
    const { person } = await openOfficeOf('Nina');
    await fillIn(openConsole('/'), person.email, goodPassword);
    await account();
    openConsole('/');
    await account();
  });

  it('is asked for both before anything is sent', async () => {
    await openOfficeOf('Nina');
    const { user } = openConsole('/');
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(screen.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription('Enter your email address.');
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Enter your password.');
  });

  it('hears that something is not right, not what, and after too many tries how long to wait', async () => {
    const { person } = await openOfficeOf('Nina');
    const view = openConsole('/');
    await fillIn(view, person.email, 'not the password');
    expect(await screen.findByText('The email or the password is not right.')).toBeVisible();
    for (let attempt = 0; attempt < 12 && !screen.queryByText(/^Too many tries/); attempt += 1) {
      const answered = vi.fn<() => void>();
      mock.server.events.removeAllListeners();
      mock.server.events.on('response:mocked', answered);
      await view.user.click(screen.getByRole('button', { name: 'Sign in' }));
      await waitFor(() => expect(answered).toHaveBeenCalled());
    }
    expect(await screen.findByText(/^Too many tries\. Try again in/)).toBeVisible();
  });

  it('signs out, and is known no longer', async () => {
    const { person } = await openOfficeOf('Nina');
    const leave = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
    const view = openConsole('/');
    await fillIn(view, person.email, goodPassword);
    await account();
    await view.user.click(screen.getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(leave).toHaveBeenCalledWith('/console'));
    openConsole('/');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
  });

  it('is signed out elsewhere in the middle of something, signs in again, and goes on where they were', async () => {
    const office = await openOffice();
    const nina = await office.employ('Nina', 'agent');
    mock.serve(office.backend);
    const view = openConsole('/account');
    await fillIn(view, nina.email, goodPassword);
    await view.user.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
    const question = await screen.findByRole('dialog', { name: 'Sign out everywhere?' });
    await (
      await office.signInAs(nina.email)
    )(signOutEverywhere);
    await view.user.click(within(question).getByRole('button', { name: 'Sign out everywhere' }));
    expect(await screen.findByText(/^You were signed out\./)).toBeVisible();
    expect(question).not.toHaveAttribute('open');
    await fillIn(view, nina.email, goodPassword);
    expect(await screen.findByRole('dialog', { name: 'Sign out everywhere?' })).toBe(question);
    expect(location.pathname).toBe('/console/account');
  });

  it('finds out that the service is away, and can try again', async () => {
    const { office, person } = await openOfficeOf('Nina');
    await fillIn(openConsole('/'), person.email, goodPassword);
    await account();
    mock.server.use(http.get('*/api/agent/me', () => HttpResponse.error()));
    const { user } = openConsole('/');
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole('heading', { level: 1, name: 'Console' })).toBeVisible();
    mock.server.resetHandlers();
    mock.serve(office.backend);
    await user.click(again);
    await account();
  });
});

describe('A link that sets a password', () => {
  const choose = async (password: string, { user } = openConsole('/')) => {
    const field = await screen.findByLabelText('New password');
    await user.clear(field);
    await user.type(field, password);
    await user.click(screen.getByRole('button', { name: 'Set my password' }));
  };

  it('says what is wrong with a password beside it, and leads to the sign-in page with a good one', async () => {
    const office = await openOffice();
    const { person, passwordLink } = await office.add('Nina', 'agent');
    mock.serve(office.backend);
    const { pathname, hash } = new URL(passwordLink.url);
    const view = openConsole(pathname.replace('/console', '') + hash);
    await choose('short', view);
    expect(screen.getByLabelText('New password')).toHaveAccessibleDescription(/Use 12 characters or more\./);
    await choose(`${person.email} and more`, view);
    await waitFor(() => expect(screen.getByLabelText('New password')).toHaveAccessibleDescription(/not your email/));
    await choose(goodPassword, view);
    expect(await screen.findByText('Your password is set. Sign in with it.')).toBeVisible();
    await fillIn(view, person.email, goodPassword);
    await account();
  });

  it('of somebody new ends the visit of whoever else is signed in to this browser', async () => {
    const office = await openOffice();
    const { passwordLink } = await office.add('Nina', 'agent');
    mock.serve(office.backend);
    const { pathname, hash } = new URL(passwordLink.url);
    const view = openConsole(pathname.replace('/console', '') + hash, { as: 'the supervisor' });
    await choose(goodPassword, view);
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(screen.queryByText(/^Signed in as/)).not.toBeInTheDocument();
  });

  it('that was used already says so', async () => {
    const office = await openOffice();
    const { passwordLink } = await office.add('Nina', 'agent');
    await office.choose(passwordLink.url);
    mock.serve(office.backend);
    const { pathname, hash } = new URL(passwordLink.url);
    await choose('another password of some length', openConsole(pathname.replace('/console', '') + hash));
    expect(await screen.findByText(/^This link was used already/)).toBeVisible();
  });
});
