import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';

import { readToken } from '#backend/scenarios/customer-client.ts';
import { complete, heading } from '#tests/support/complete-interaction.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { buildSession, openLink, renderRoom } from '#tests/support/render-room.tsx';
import { buildPayment, buildWorkflow } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();
const shop = 'https://shop.test';
const framed = { autoOpen: true, allowedOrigins: [shop] };
const day = 24 * 60 * 60 * 1_000;

type Posted = { message: { type: string } & Record<string, unknown>; origin: unknown };

/** A page around this one; gives what it was sent so far. */
function enterFrame() {
  const posted: Posted[] = [];
  const postMessage = (message: Posted['message'], origin: unknown) => posted.push({ message, origin });
  vi.stubGlobal('parent', { postMessage });
  return { posted, types: () => posted.map(({ message }) => message.type) };
}

test('The page around the room hears what was completed, by the id that webhooks name, when all is, and nothing of the customer', async () => {
  const { posted, types } = enterFrame();
  const { user, agent, sessionId, url, interactions } = await renderFramed({ interactions: [buildWorkflow()] });
  await complete.workflow(user);
  await waitFor(() => expect(types()).toEqual(['ready', 'interaction-completed', 'all-completed']));
  expect(posted[1]).toEqual({
    origin: shop,
    message: {
      source: 'session-room',
      version: 1,
      type: 'interaction-completed',
      interaction: { id: interactions[0], kind: 'workflow', status: 'completed' },
    },
  });

  await agent.addInteraction(sessionId, buildPayment());
  await screen.findByRole('button', { name: /^Pay / });
  expect(types()).toHaveLength(3);
  expect(JSON.stringify(posted)).not.toMatch(new RegExp(`Grace|grace|Northwind|${readToken(url)}`));
});

test('The page around hears who cannot enter why not, before and behind the gates', async () => {
  const { posted, types } = enterFrame();
  const session = await buildSession({ settings: { allowedOrigins: [shop] } });
  session.pass(8 * day);
  mock.serve(session.backend);
  openLink(session.path);
  await heading('This link has expired');
  await waitFor(() => expect(types()).toEqual(['ready', 'blocked']));
  expect(posted[1]).toMatchObject({ origin: shop, message: { code: 'link-expired' } });
});

test('The page around hears of a consent that is asked nothing but that there is something to see', async () => {
  const { types } = enterFrame();
  const { user } = await renderFramed({ settings: { consent: { on: true, text: 'We record this.' } } });
  await user.click(await screen.findByRole('button', { name: 'I agree' }));
  await screen.findByRole('heading', { level: 1, name: 'Nothing to do right now' });
  expect(types()).toEqual(['ready']);
});

test('The page around hears of a task that cannot be opened, by the code of the failure', async () => {
  const { posted, types } = enterFrame();
  // Note: React says on the console what a boundary caught.
  vi.spyOn(console, 'error').mockReturnValue();
  const session = await buildSession({ settings: framed, interactions: [buildWorkflow()] });
  mock.serve(session.backend);
  mock.server.use(
    http.get('*/api/workflows/*', () =>
      HttpResponse.json(
        { type: 'urn:x', title: 'No', status: 404, code: 'not-found', requestId: 'r-1' },
        { status: 404, headers: { 'content-type': 'application/problem+json' } },
      ),
    ),
  );
  openLink(session.path);
  await screen.findByRole('button', { name: 'Go on without it' });
  await waitFor(() => expect(types()).toEqual(['ready', 'error']));
  expect(posted[1]).toMatchObject({ origin: shop, message: { code: 'not-found' } });
});

test('A page that the policy does not allow is told nothing', async () => {
  const { posted } = enterFrame();
  const { user } = await renderRoom(mock, { settings: { autoOpen: true }, interactions: [buildWorkflow()] });
  await complete.workflow(user);
  await heading('All done');
  expect(posted).toEqual([]);
});

const renderFramed = (world: Parameters<typeof buildSession>[0]) =>
  renderRoom(mock, { ...world, settings: { ...framed, ...world.settings } });
