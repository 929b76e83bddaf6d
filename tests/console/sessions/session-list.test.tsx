import { screen, within } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it } from 'vitest';

import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import { startTestSession } from '#tests/support/start-session.ts';
import { buildWorkflow } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();
const list = () => screen.findByRole('region', { name: 'Sessions, newest first' });
const names = async () =>
  within(await list())
    .getAllByRole('link')
    .map((link) => link.textContent);
const customer = (name: string) => ({
  name,
  email: `${name.toLowerCase()}@example.com`,
  phone: null,
});

async function openList(...customers: string[]) {
  let time = Date.parse('2026-11-26T09:00:00Z');
  const test = createTestBackend({ now: () => (time += 1_000) });
  const ids = [];
  for (const name of customers) {
    const started = await startTestSession({ customer: customer(name), interactions: [buildWorkflow()] }, test);
    ids.push(started.sessionId);
  }
  mock.serve(test.backend);
  return { test, ids, ...openConsole('/', { as: 'administrator' }) };
}

describe('The list of sessions', () => {
  it('is where work begins: who the customer is, how to reach them, how far they are', async () => {
    await openList('Maya', 'Cleo');
    expect(await names()).toEqual(['Cleo', 'Maya']);
    const [first] = within(await list()).getAllByRole('listitem');
    expect(first).toHaveTextContent(/Cleo.*cleo@example\.com.*0 of 1 done.*Open.*Started/s);
    expect(location.pathname).toBe('/console/sessions');
  });

  it('says that there are none yet', async () => {
    await openList();
    expect(await screen.findByText(/^There are no sessions yet/)).toBeVisible();
  });

  it('finds a customer while one types, keeps it in the address, and shows all again', async () => {
    const { user } = await openList('Maya', 'Cleo');
    await list();
    await user.type(screen.getByRole('searchbox', { name: 'Find a customer' }), 'may');
    await expect.poll(names).toEqual(['Maya']);
    expect(screen.getByRole('searchbox')).toHaveFocus();
    expect(location.search).toBe('?search=may');
    await user.type(screen.getByRole('searchbox'), 'x');
    await user.click(await screen.findByRole('button', { name: 'Show all sessions' }));
    await expect.poll(names).toEqual(['Cleo', 'Maya']);
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('shows only those that are open, or only those that ended', async () => {
    const { user, test, ids } = await openList('Maya', 'Cleo');
    await list();
    for (const id of ids.slice(1)) await test.agent.endSession(id);
    await user.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Ended');
    await expect.poll(names).toEqual(['Cleo']);
    expect(within(await list()).getByRole('listitem')).toHaveTextContent(/Ended/);
  });

  it('shows fifty, and more on demand', async () => {
    const { user } = await openList(...Array.from({ length: 51 }, (_, index) => `Customer${index}`));
    await expect.poll(async () => (await names()).length).toBe(50);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await expect.poll(async () => (await names()).length).toBe(51);
    expect(within(await list()).getByRole('status')).toHaveTextContent('51 sessions');
  });

  it('that could not be loaded says why, and can be tried again', async () => {
    const test = createTestBackend();
    await startTestSession({ customer: customer('Maya') }, test);
    mock.serve(test.backend);
    let isAway = true;
    mock.server.use(
      http.get('*/api/agent/sessions', ({ request }) =>
        isAway ? new Response('', { status: 503 }) : test.backend(request),
      ),
    );
    const { user } = openConsole('/sessions', { as: 'administrator' });
    const again = await screen.findByRole('button', { name: 'Try again' });
    isAway = false;
    await user.click(again);
    expect(await names()).toEqual(['Maya']);
  });
});
