import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { Backend } from '#backend/create-backend.ts';
import { build, complete, heading } from '#tests/support/complete-interaction.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { buildSession, openLink } from '#tests/support/render-room.tsx';

const mock = useMockServer();

const submissions = [
  { kind: 'esign', path: /\/sign$/, room: 'All done', again: 'Try again' },
  {
    kind: 'document-request',
    path: /\/document-requests\/[^/]+\/submit$/,
    room: 'Nothing to do for now',
    again: 'Try again',
  },
  { kind: 'workflow', path: /\/workflows\/[^/]+\/submit$/, room: 'All done', again: 'Send my answers' },
] as const;

/** Does what is asked, and lets the answer to the first submission never arrive. */
function loseFirstAnswer(backend: Backend, path: RegExp): Backend {
  let isLost = false;
  return async (request) => {
    const answer = await backend(request);
    if (isLost || !path.test(new URL(request.url).pathname)) return answer;
    isLost = true;
    return Response.error();
  };
}

/** Refuses the first submission with a 500 before anything was done. */
function failFirst(backend: Backend, path: RegExp): Backend {
  let hasFailed = false;
  return async (request) => {
    if (hasFailed || !path.test(new URL(request.url).pathname)) return backend(request);
    hasFailed = true;
    return new Response('<h1>Bad gateway</h1>', { status: 502 });
  };
}

test.each(submissions)('A lost answer to a finished $kind is never called a failure', async ({ kind, path, room }) => {
  const test = createTestBackend();
  const session = await buildSession({ settings: { autoOpen: true }, interactions: [await build[kind](test)] }, test);
  mock.serve(loseFirstAnswer(session.backend, path));
  const { user } = openLink(session.path);

  await complete[kind](user);

  await heading(room);
  const { interactions } = (await session.deps.store.loadSession(session.sessionId)) ?? {};
  expect(interactions?.map(({ revision }) => revision)).toEqual([2]);
});

test.each(submissions)(
  'A $kind that met an error is sent by trying again, with all that was entered',
  async ({ kind, path, room, again }) => {
    const test = createTestBackend();
    const session = await buildSession({ settings: { autoOpen: true }, interactions: [await build[kind](test)] }, test);
    mock.serve(failFirst(session.backend, path));
    const { user } = openLink(session.path);

    await complete[kind](user);
    await screen.findAllByText(/does not answer right now/);
    await user.click(screen.getByRole('button', { name: again }));

    await heading(room);
  },
);

test.each(submissions)('Two quick taps hand a $kind in once', async ({ kind, room }) => {
  const test = createTestBackend();
  const session = await buildSession({ settings: { autoOpen: true }, interactions: [await build[kind](test)] }, test);
  mock.serve(session.backend);
  const { user } = openLink(session.path);
  const hasty = (element: Element) =>
    /^(Sign and|Send)/.test(element.textContent) ? user.dblClick(element) : user.click(element);

  await complete[kind]({ ...user, click: hasty });

  await heading(room);
  const log = await session.deps.store.readLog(session.sessionId, 0, 100);
  expect(log.filter(({ fact }) => fact.kind === 'interaction-completed')).toHaveLength(1);
});
