import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';

import { useMockServer } from '#tests/support/mock-server.ts';
import { AppError } from '#backend/app-error.ts';
import { toProblemResponse } from '#backend/http/to-problem-response.ts';
import { buildSession, openLink, renderRoom } from '#tests/support/render-room.tsx';
import { buildPayment } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();
const day = 24 * 60 * 60 * 1_000;

test('A customer reads the business’s consent text before anything else and goes on once they agree', async () => {
  const { user } = await renderRoom(mock, { settings: { consent: { on: true, text: 'We record this.\nFully.' } } });

  await screen.findByRole('heading', { name: 'Before you start' });
  expect(screen.getByText(/We record this/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'I do not agree' }));
  await screen.findByRole('heading', { name: 'You did not agree' });
  await user.click(screen.getByRole('button', { name: 'Read it again' }));
  await user.click(await screen.findByRole('button', { name: 'I agree' }));

  await screen.findByRole('banner');
  await waitFor(() => {
    expect(document.title).toContain('Harbour Credit');
  });
});

test('A customer who refused is asked again on the next visit', async () => {
  const { user, leave, path } = await renderRoom(mock, {
    settings: { consent: { on: true, text: 'We record this.' } },
  });

  await user.click(await screen.findByRole('button', { name: 'I do not agree' }));
  await screen.findByRole('heading', { name: 'You did not agree' });
  leave();
  openLink(path);

  await screen.findByRole('button', { name: 'I agree' });
});

test('A customer with a link that nobody knows is told so, and never whether there is a session', async () => {
  const { backend } = await buildSession({});
  mock.serve(backend);
  openLink('/s/a-token-that-was-never-given-out');

  await screen.findByRole('heading', { name: 'This link does not work' });
  expect(screen.queryByText('Harbour Credit')).not.toBeInTheDocument();
});

test('An address that is no session link gets the same page without asking the backend', async () => {
  openLink('/s/short');

  await screen.findByRole('heading', { name: 'This link does not work' });
});

test('A customer whose link expired has a new one sent, and it opens the session', async () => {
  const session = await buildSession({});
  session.pass(8 * day);
  mock.serve(session.backend);
  const { user, leave } = openLink(session.path);

  await screen.findByRole('heading', { name: 'This link has expired' });
  expect(screen.getByText(/g•••@example\.com/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Send me a new link' }));
  await screen.findByText(/A new link is on its way/);
  expect(screen.getByRole('button', { name: 'Send me a new link' })).toBeDisabled();

  const sent = (await session.deps.store.listOutbox()).at(-1);
  leave();
  openLink(new URL(sent?.url ?? '').pathname);
  await waitFor(() => {
    expect(document.title).toContain('Harbour Credit');
  });
});

test('A customer of an embedded session is never offered a message that may not be sent', async () => {
  const session = await buildSession({ settings: { embeddedSession: true } });
  session.pass(8 * day);
  mock.serve(session.backend);
  openLink(session.path);

  await screen.findByRole('heading', { name: 'This link has expired' });
  expect(screen.getByText(/contact Harbour Credit/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Send me a new link' })).not.toBeInTheDocument();
});

test('A customer of an ended session that leaves nothing is told who to turn to', async () => {
  const session = await buildSession({ settings: { endAccess: { level: 'none' } } });
  await session.agent.endSession(session.sessionId);
  mock.serve(session.backend);
  openLink(session.path);

  await screen.findByRole('heading', { name: 'This page is closed' });
  expect(screen.getByText(/Harbour Credit has finished/)).toBeVisible();
});

test('While the service is away the page keeps trying, and "Try again" leads inside as soon as it is back', async () => {
  const session = await buildSession({});
  mock.server.use(http.get('*/api/entry', () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })));
  const { user } = openLink(session.path);

  await screen.findByRole('heading', { name: 'We cannot reach the service' });
  mock.serve(session.backend);
  await user.click(screen.getByRole('button', { name: 'Try again' }));

  await waitFor(() => {
    expect(document.title).toContain('Harbour Credit');
  });
});

test('A customer without a network comes in by themselves as soon as the device is connected', async () => {
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const session = await buildSession({});
  mock.server.use(http.get('*/api/entry', () => HttpResponse.error()));
  openLink(session.path);

  await screen.findByRole('heading', { name: 'You are offline' });
  onLine.mockReturnValue(true);
  mock.serve(session.backend);
  dispatchEvent(new Event('online'));

  await waitFor(() => {
    expect(document.title).toContain('Harbour Credit');
  });
});

test('Where too much was asked for the page waits as long as it is told, and opens by itself', async () => {
  const session = await buildSession({});
  const asked = vi.fn();
  const wait = 1;
  mock.server.use(
    http.get('*/api/entry', () => {
      asked();
      const problem = toProblemResponse(new AppError('too-many-requests', { retryAfter: wait }), 'request-1');
      return new HttpResponse(problem.body, problem);
    }),
  );
  openLink(session.path);

  await screen.findByRole('heading', { name: 'One moment, please' });
  expect(screen.getByText(/opens by itself in about a minute/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
  mock.serve(session.backend);
  await waitFor(() => expect(document.title).toContain('Harbour Credit'), { timeout: 10_000 });
  expect(asked).toHaveBeenCalledOnce();
});

test('An answer that breaks the contract becomes a page with a way on, not a blank one', async () => {
  const session = await buildSession({});
  mock.server.use(http.get('*/api/entry', () => HttpResponse.json({ kind: 'open', session: 'none' })));
  openLink(session.path);

  await screen.findByRole('heading', { name: 'This page is out of date' });
  expect(screen.getByRole('button', { name: 'Reload the page' })).toBeVisible();
});

test('A session that ends without leaving anything while the customer is inside closes in front of them', async () => {
  const { agent, sessionId } = await renderRoom(mock, { settings: { endAccess: { level: 'none' } } });
  await waitFor(() => {
    expect(document.title).toContain('Harbour Credit');
  });

  await agent.endSession(sessionId);

  await screen.findByRole('heading', { name: 'This page is closed' });
});

test('A link that expires while the customer is inside does not put them out', async () => {
  const session = await renderRoom(mock, {});
  await waitFor(() => {
    expect(document.title).toContain('Harbour Credit');
  });

  session.pass(7 * day + 60_000);
  await session.agent.addInteraction(session.sessionId, buildPayment());

  await screen.findByRole('heading', { level: 1, name: 'One thing to do' });
  expect(screen.queryByRole('heading', { name: 'This link has expired' })).not.toBeInTheDocument();
  session.reload();
  await screen.findByRole('heading', { name: 'This link has expired' });
});
