// Note: there are no workers in this page, so pdf.js runs its worker's code beside the test.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';

import { type AddInteractionInput, addInteractionInputSchema } from '#contract/agent.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { buildField } from '#tests/support/build-esign-field.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { buildSession, openLink } from '#tests/support/render-room.tsx';
import { buildPdf } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();

type User = ReturnType<typeof openLink>['user'];
type Fields = Parameters<typeof buildField>[0][];

const signature = { id: 'signature', label: 'Your signature' };
const town = { id: 'town', kind: 'text', label: 'Town', box: { x: 0.1, y: 0.3, width: 0.3, height: 0.03 } };

/** A customer in front of one document. */
async function openDocument(fields: Fields, settings: SettingsLevel = {}) {
  const backend = createTestBackend();
  const esign: AddInteractionInput = addInteractionInputSchema.parse({
    kind: 'esign',
    title: 'Loan agreement',
    document: await backend.agent.addDocument(await buildPdf()),
    canDecline: true,
    fields: fields.map((field) => buildField(field)),
  });
  const session = await buildSession({ settings: { autoOpen: true, ...settings }, interactions: [esign] }, backend);
  mock.serve(session.backend);
  const room = openLink(session.path);
  await screen.findByRole('region', { name: 'Page 1 of 1' });
  return { ...session, ...room };
}

async function typeSignature(user: User, name: string, choice = 'Use it here'): Promise<void> {
  const sheet = within(await screen.findByRole('dialog'));
  await user.click(sheet.getByRole('tab', { name: 'Type' }));
  await user.clear(sheet.getByRole('textbox'));
  await user.type(sheet.getByRole('textbox'), name);
  await user.click(sheet.getByRole('button', { name: choice }));
}

async function sign(user: User): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Your signature, required' }));
  await typeSignature(user, 'Grace');
  await user.click(screen.getByRole('button', { name: 'Sign and continue' }));
}

const readDevice = () => JSON.stringify(Object.entries(localStorage));
const allDone = () => screen.findByRole('heading', { level: 1, name: 'All done' });

test('A customer who has no connection keeps everything, tries again, and signs once', async () => {
  const { user, deps, sessionId } = await openDocument([signature]);
  const keys: (string | null)[] = [];
  mock.server.use(
    http.post(
      '*/api/esigns/:id/sign',
      ({ request }) => {
        keys.push(request.headers.get('idempotency-key'));
        return HttpResponse.error();
      },
      { once: true },
    ),
  );
  mock.server.events.on('request:start', ({ request }) => {
    if (request.url.endsWith('/sign')) keys.push(request.headers.get('idempotency-key'));
  });
  await sign(user);

  const problem = within(await screen.findByRole('region', { name: 'Not sent' }));
  expect(problem.getByText('What you entered is kept.')).toBeVisible();
  await user.click(problem.getByRole('button', { name: 'Try again' }));

  await allDone();
  expect(new Set(keys).size).toBe(1);
  const log = await deps.store.readLog(sessionId, 0, 100);
  expect(log.filter(({ fact }) => fact.kind === 'interaction-completed')).toHaveLength(1);
});

test('An answer that was lost on the way is not called a failure when the document was signed', async () => {
  const { user, backend } = await openDocument([signature]);
  mock.server.use(
    http.post('*/api/esigns/:id/sign', async ({ request }) => {
      await backend(request);
      return HttpResponse.error();
    }),
  );
  await sign(user);
  await allDone();
});

test('A customer whose document was taken back meanwhile is led on, not stuck', async () => {
  const { user, agent, sessionId, interactions } = await openDocument([signature]);
  await user.click(screen.getByRole('button', { name: 'Your signature, required' }));
  await typeSignature(user, 'Grace');
  const [id] = interactions;
  if (id) await agent.withdraw(sessionId, id, 'Replaced by a new one');
  const button = screen.queryByRole('button', { name: 'Sign and continue' });
  if (button) await user.click(button);
  await waitFor(() => {
    expect(screen.queryByRole('button', { name: 'Sign and continue' })).not.toBeInTheDocument();
  });
});

test('A document that cannot be fetched can be tried again', async () => {
  const backend = createTestBackend();
  const document = await backend.agent.addDocument(await buildPdf());
  const session = await buildSession(
    {
      settings: { autoOpen: true },
      interactions: [
        addInteractionInputSchema.parse({
          kind: 'esign',
          title: 'Loan agreement',
          document,
          canDecline: true,
          fields: [buildField(signature)],
        }),
      ],
    },
    backend,
  );
  mock.serve(session.backend);
  let isBroken = true;
  mock.server.use(
    http.get('*/api/files/:id', ({ request }) =>
      isBroken ? new HttpResponse('not a document') : session.backend(request),
    ),
  );
  const { user } = openLink(session.path);

  const problem = within(await screen.findByRole('region', { name: 'The document cannot be shown' }));
  expect(screen.queryByRole('button', { name: 'Sign and continue' })).not.toBeEnabled();
  isBroken = false;
  await user.click(problem.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'Page 1 of 1' })).toBeVisible();
});

test('Blanks are no signature, and the customer is told so', async () => {
  const { user } = await openDocument([signature]);
  await user.click(screen.getByRole('button', { name: 'Your signature, required' }));
  await typeSignature(user, '...');
  expect(screen.getByRole('textbox')).toHaveAccessibleDescription('Please type at least one letter.');
});

test('One signature goes into all places at once, or place after place', async () => {
  const second = { id: 'second', label: 'Second signature', box: { x: 0.1, y: 0.4, width: 0.3, height: 0.05 } };
  const third = { id: 'third', label: 'Third signature', box: { x: 0.1, y: 0.6, width: 0.3, height: 0.05 } };
  const { user } = await openDocument([signature, second, third]);

  await user.click(screen.getByRole('button', { name: 'Your signature, required' }));
  await typeSignature(user, 'Grace');
  expect(screen.getByText('2 left')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Second signature, required' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(screen.getByText('1 left')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Second signature, done. Change' }));
  await user.click(await screen.findByRole('button', { name: 'Remove from here' }));
  expect(screen.getByText('2 left')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Your signature, done. Change' }));
  await user.click(await screen.findByRole('button', { name: 'Use it in all 3 places' }));
  expect(screen.getByRole('button', { name: 'Sign and continue' })).toBeVisible();
  await screen.findByText(/^Saved/);
});

test('A signature drawn in one document is offered, never applied by itself, in the next', async () => {
  const backend = createTestBackend();
  const interactions = await Promise.all(
    ['First agreement', 'Second agreement'].map(async (title) =>
      addInteractionInputSchema.parse({
        kind: 'esign',
        title,
        document: await backend.agent.addDocument(await buildPdf()),
        canDecline: true,
        fields: [buildField(signature)],
      }),
    ),
  );
  const session = await buildSession({ settings: { autoOpen: true }, interactions }, backend);
  mock.serve(session.backend);
  const { user } = openLink(session.path);
  await screen.findByRole('region', { name: 'Page 1 of 1' });
  await sign(user);

  await screen.findByRole('heading', { level: 1, name: 'Second agreement' });
  await user.click(await screen.findByRole('button', { name: 'Your signature, required' }));
  expect(within(await screen.findByRole('dialog')).getByRole('textbox')).toHaveValue('Grace');
  await user.click(screen.getByRole('button', { name: 'Use it here' }));
  await user.click(screen.getByRole('button', { name: 'Sign and continue' }));
  await allDone();
});

test('What was typed is kept on the device and the backend, without ink, and is gone once it was signed', async () => {
  const { user, deps, sessionId } = await openDocument([signature, town]);
  await user.type(screen.getByRole('textbox', { name: 'Town' }), 'Leeds');
  await screen.findByText(/^Saved/);
  const [stored] = (await deps.store.loadSession(sessionId))?.interactions ?? [];
  expect(stored).toMatchObject({ status: 'in-progress', draft: { content: { values: { town: { text: 'Leeds' } } } } });
  expect(readDevice()).toContain('Leeds');

  await sign(user);
  await allDone();
  expect(readDevice()).not.toContain('Leeds');
  expect(readDevice()).not.toContain('typed');
});

test('A customer who stepped out finds everything where it was', async () => {
  const { user, leave, path } = await openDocument([signature, town]);
  await user.type(screen.getByRole('textbox', { name: 'Town' }), 'Leeds');
  leave();
  openLink(path);
  expect(await screen.findByRole('textbox', { name: 'Town' })).toHaveValue('Leeds');
});

test('A customer who declines says why, and is asked twice', async () => {
  const { user, deps, sessionId } = await openDocument([signature]);
  await user.click(screen.getByRole('button', { name: 'Decline to sign' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Decline to sign?' }));
  await user.type(dialog.getByRole('textbox'), 'The rate is wrong');
  await user.click(dialog.getByRole('button', { name: 'Decline to sign' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
  const [stored] = (await deps.store.loadSession(sessionId))?.interactions ?? [];
  expect(stored).toMatchObject({ status: 'declined', reason: 'The rate is wrong' });
});
