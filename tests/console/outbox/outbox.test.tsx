import { screen, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';

import { deliverDue, type SendResult } from '#backend/messages/deliver-due.ts';
import { createTestBackend, type TestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { startTestSession } from '#tests/support/start-session.ts';
import type { TestPerson } from '#tests/support/test-people.ts';

const mock = useMockServer();
const list = () => screen.findByRole('region', { name: 'Messages, newest first' });
const names = async () =>
  within(await list())
    .getAllByRole('button', { name: / to / })
    .map((button) => button.textContent);
const openMessage = async (name: RegExp) => within(await list()).findByRole('button', { name });

const refused: SendResult = { kind: 'refused', reason: '550 no such user' };
const deliver = ({ deps }: TestBackend, result: SendResult) =>
  deliverDue({
    ...deps,
    transports: { email: async () => result, sms: null },
    random: () => 0.5,
    signal: new AbortController().signal,
    onSettled: () => undefined,
  });

async function openOutbox(
  customers: readonly string[],
  { as = 'administrator', path = '/outbox', result }: { as?: TestPerson; path?: string; result?: SendResult } = {},
) {
  let time = Date.parse('2026-11-26T09:00:00Z');
  const test = createTestBackend({ now: () => (time += 1_000) });
  const urls = [];
  for (const name of customers) {
    const customer = { name, email: `${name.toLowerCase()}@example.com`, phone: null };
    urls.push((await startTestSession({ customer }, test)).url);
  }
  if (result) await deliver(test, result);
  mock.serve(test.backend);
  return { test, urls, ...openConsole(path, { as }) };
}

describe('The outbox', () => {
  it('lists every message: what it is, to whom, by what, how far it got', async () => {
    await openOutbox(['Maya', 'Cleo'], { result: refused });
    expect(await names()).toEqual(['Invitation to Cleo', 'Invitation to Maya']);
    const [first] = within(await list()).getAllByRole('listitem');
    expect(first).toHaveTextContent(/Email · cleo@example\.com.*Given up.*Tried once.*Written/s);
  });

  it('says that there are none yet', async () => {
    await openOutbox([]);
    expect(await screen.findByText(/^There are no messages yet/)).toBeVisible();
  });

  it('shows those in one state, keeps that in the address, and all again', async () => {
    const { user, test } = await openOutbox(['Maya'], { result: refused });
    await startTestSession({ customer: { name: 'Cleo', email: 'cleo@example.com', phone: null } }, test);
    await list();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Delivery' }), 'Given up');
    await expect.poll(names).toEqual(['Invitation to Maya']);
    expect(location.search).toBe('?delivery=dead');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Delivery' }), 'Sent');
    await user.click(await screen.findByRole('button', { name: 'Show all messages' }));
    await expect.poll(names).toEqual(['Invitation to Cleo', 'Invitation to Maya']);
  });

  it('shows the messages of one session only, by its address', async () => {
    const { test } = await openOutbox(['Maya', 'Cleo']);
    const [, newest] = await test.deps.store.listOutbox();
    openConsole(`/outbox?session=${newest?.sessionId}`, { as: 'administrator' });
    expect(await screen.findByText(/^Only messages of one session/)).toBeVisible();
    await expect.poll(names).toEqual(['Invitation to Cleo']);
  });

  it('opens a message with all that the customer reads, and their link, which can be copied', async () => {
    const { user, urls } = await openOutbox(['Maya'], { result: refused });
    await user.click(await openMessage(/Maya/));
    const dialog = await screen.findByRole('dialog', { name: 'Invitation to Maya' });
    expect(dialog).toHaveTextContent(/Given up.*Last problem: 550 no such user.*To Maya, maya@example\.com/s);
    expect(within(dialog).getByRole('link', { name: 'Open as the customer' })).toHaveAttribute('href', urls[0]);
    await user.click(within(dialog).getByRole('button', { name: 'Copy the link' }));
    expect(await within(dialog).findByText('Copied.')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(urls[0]);
  });

  it('keeps the link from an agent, and says so', async () => {
    const { user } = await openOutbox(['Maya'], { as: 'the agent', result: refused });
    await user.click(await openMessage(/Maya/));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Only administrators see it before it is sent.');
    expect(within(dialog).queryByRole('link', { name: 'Open as the customer' })).toBeNull();
    expect(within(dialog).getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('A message in the outbox', () => {
  it('that was given up is sent again on demand', async () => {
    const { user, test } = await openOutbox(['Maya'], { result: refused });
    await user.click(await openMessage(/Maya/));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Try again' }));
    await expect.poll(() => dialog.textContent).toMatch(/Waiting.*Ada Agent asked for it to be sent/s);
    expect(await deliver(test, { kind: 'sent' })).toBe(1);
  });

  it('that waits is cancelled, and sent after all', async () => {
    const { user, test } = await openOutbox(['Maya'], { as: 'the agent' });
    await user.click(await openMessage(/Maya/));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Do not send it' }));
    await expect.poll(() => dialog.textContent).toMatch(/Cancelled.*Ada Agent cancelled it/s);
    expect(await deliver(test, { kind: 'sent' })).toBe(0);
    await user.click(within(dialog).getByRole('button', { name: 'Send it after all' }));
    await expect.poll(() => dialog.textContent).toMatch(/Waiting/);
    expect(await deliver(test, { kind: 'sent' })).toBe(1);
  });

  it('that went out meanwhile cannot be cancelled, which is said, with how far it is', async () => {
    const { user, test } = await openOutbox(['Maya'], { as: 'the agent' });
    await user.click(await openMessage(/Maya/));
    const dialog = await screen.findByRole('dialog');
    await deliver(test, { kind: 'sent' });
    await user.click(within(dialog).getByRole('button', { name: 'Do not send it' }));
    expect(await within(dialog).findByText(/^Meanwhile it was sent/)).toBeVisible();
    await expect.poll(() => dialog.textContent).toMatch(/It was handed over/);
    expect(within(dialog).queryByRole('button', { name: 'Do not send it' })).toBeNull();
  });

  it('that cannot be looked at says why, and can be tried again', async () => {
    const { test } = await openOutbox(['Maya']);
    let isAway = true;
    mock.server.use(
      http.get('*/api/agent/outbox', ({ request }) =>
        isAway ? new Response('', { status: 503 }) : test.backend(request),
      ),
    );
    const { user } = openConsole('/outbox', { as: 'administrator' });
    const again = await screen.findByRole('button', { name: 'Try again' });
    isAway = false;
    await user.click(again);
    expect(await names()).toEqual(['Invitation to Maya']);
  });
});
