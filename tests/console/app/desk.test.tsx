import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { signIn, signOutEverywhere } from '#contract/endpoints/people.ts';
import { installIndexedDb } from '#tests/support/fake-indexeddb.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { goodPassword, openOffice } from '#tests/support/open-office.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { buildPdf } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();
beforeEach(installIndexedDb);

/** Nina, an agent, in the middle of a new session with an agreement. */
async function beginSession() {
  const office = await openOffice();
  const nina = await office.employ('Nina', 'agent');
  const ben = await office.employ('Ben', 'agent');
  mock.serve(office.backend);
  const leave = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
  const bearerOf = async ({ email }: { email: string }) => {
    const { token } = signIn.output.parse(await (await office.enter(email, goodPassword)).json());
    return { bearer: token ?? '' };
  };
  const { user } = openConsole('/new-session', { as: await bearerOf(nina) });
  await user.type(await screen.findByLabelText('Name'), 'Maya');
  await user.click(screen.getByRole('button', { name: 'Agreement to sign' }));
  const pdf = new File([await buildPdf()], 'lease.pdf', { type: 'application/pdf' });
  await user.upload(screen.getByLabelText('Choose a PDF'), pdf);
  await screen.findByText('lease.pdf: 1 page, no fields yet');
  return { office, nina, ben, user, leave, bearerOf };
}

const isOnDevice = () => Object.entries(localStorage).some(([, value]) => String(value).includes('Maya'));
async function countFiles(): Promise<number> {
  const request = indexedDB.open('session-room-files');
  await new Promise((resolve) => {
    request.addEventListener('success', resolve);
  });
  const all = request.result.transaction('files').objectStore('files').count();
  await new Promise((resolve) => {
    all.addEventListener('success', resolve);
  });
  request.result.close();
  return all.result;
}

describe('What an agent typed and did not send', () => {
  it('is removed from the device with its files when they sign out, once they are sure', async () => {
    const { user, leave } = await beginSession();
    expect(isOnDevice()).toBe(true);
    expect(await countFiles()).toBe(1);
    await user.click(screen.getByRole('button', { name: 'Sign out' }));
    const question = await screen.findByRole('dialog', { name: 'Sign out?' });
    await user.click(within(question).getByRole('button', { name: 'Cancel' }));
    expect(isOnDevice()).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Sign out' }));
    await user.click(
      within(await screen.findByRole('dialog', { name: 'Sign out?' })).getByRole('button', { name: 'Sign out' }),
    );
    await waitFor(() => expect(leave).toHaveBeenCalledWith('/console'));
    expect(isOnDevice()).toBe(false);
    expect(await countFiles()).toBe(0);
  });

  it('is removed when they sign out everywhere', async () => {
    const { leave, bearerOf, nina } = await beginSession();
    const { user } = openConsole('/account', { as: await bearerOf(nina) });
    await user.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Sign out everywhere' }));
    await waitFor(() => expect(leave).toHaveBeenCalledWith('/console'));
    expect(isOnDevice()).toBe(false);
    expect(await countFiles()).toBe(0);
  });

  it('is there again when they sign in after having been signed out', async () => {
    const { office, nina, bearerOf } = await beginSession();
    await (
      await office.signInAs(nina.email)
    )(signOutEverywhere);
    openConsole('/new-session');
    await screen.findByRole('heading', { name: 'Sign in' });
    openConsole('/new-session', { as: await bearerOf(nina) });
    expect(await screen.findByLabelText('Name')).toHaveValue('Maya');
    expect(await screen.findByText('lease.pdf: 1 page, no fields yet')).toBeVisible();
    expect(await countFiles()).toBe(1);
  });

  it('is never seen by somebody else, and gone when they sign in', async () => {
    const { office, nina, ben } = await beginSession();
    await (
      await office.signInAs(nina.email)
    )(signOutEverywhere);
    const { user } = openConsole('/new-session');
    await user.type(await screen.findByRole('textbox', { name: 'Email' }), ben.email);
    await user.type(screen.getByLabelText('Password'), goodPassword);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByLabelText('Name')).toHaveValue('');
    await expect.poll(countFiles).toBe(0);
    expect(isOnDevice()).toBe(false);
  });

  it('leaves every tab in which it is shown when they sign out in another one', async () => {
    const { leave, nina } = await beginSession();
    const key = 'session-room:desk-owner';
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: JSON.stringify(nina.id) }));
    expect(leave).not.toHaveBeenCalled();
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: null }));
    expect(leave).toHaveBeenCalledWith('/console');
  });

  it('stays, and so do they, when signing out does not go through', async () => {
    const { user, leave } = await beginSession();
    mock.server.use(http.post('*/api/agent/sign-out', () => HttpResponse.error()));
    await user.click(screen.getByRole('button', { name: 'Sign out' }));
    const question = within(await screen.findByRole('dialog', { name: 'Sign out?' }));
    await user.click(question.getByRole('button', { name: 'Sign out' }));
    expect(await question.findByRole('region', { name: 'This was not saved.' })).toBeVisible();
    expect(leave).not.toHaveBeenCalled();
    expect(isOnDevice()).toBe(true);
  });
});
