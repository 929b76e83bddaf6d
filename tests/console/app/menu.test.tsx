import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openConsole } from '#tests/support/render-console.tsx';
import type { TestPerson } from '#tests/support/test-people.ts';

const mock = useMockServer();

function comeIn(as: TestPerson = 'the supervisor') {
  mock.serve(createTestBackend().backend);
  return openConsole('/', { as });
}

const menu = () => screen.findByRole('button', { name: 'Menu' });

it('The menu that somebody opened before the first page was there stays open', async () => {
  comeIn();
  fireEvent.click(await menu());
  expect(await screen.findByRole('heading', { name: 'Sessions' })).toBeVisible();
  expect(await menu()).toHaveAttribute('aria-expanded', 'true');
});

it('Going somewhere else closes it', async () => {
  const { user } = comeIn();
  await user.click(await menu());
  await user.click(screen.getByRole('link', { name: 'People' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  expect(await menu()).toHaveAttribute('aria-expanded', 'false');
});

it('Who goes through every area and back finds each as it is, whatever another has asked for', async () => {
  const { user } = comeIn('administrator');
  const links = within(await screen.findByRole('navigation')).getAllByRole('link');
  for (const link of [...links, ...links.toReversed()]) {
    await user.click(link);
    expect(await screen.findByRole('heading', { level: 1, name: link.textContent })).toBeVisible();
    await waitFor(() => expect(document.querySelector('main [aria-busy]')).toBeNull());
  }
});

it.each(['/nothing', '/sessions/a/b', '/outbox/a', '/people/a', '/account/a', '/api-access/a'])(
  'Nothing lies behind %s, and the page says so',
  async (path) => {
    mock.serve(createTestBackend().backend);
    openConsole(path, { as: 'administrator' });
    expect(await screen.findByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
  },
);
