// Note: there are no workers in this page, so pdf.js runs its worker's code beside the test.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { SettingsLevel } from '#contract/settings.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { buildSession, openLink } from '#tests/support/render-room.tsx';
import { buildEsign, buildPdf } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();
const option = { name: 'Somebody else has to do this' };

async function openAgreement(settings: SettingsLevel) {
  const backend = createTestBackend();
  const document = await backend.agent.addDocument(await buildPdf());
  const session = await buildSession(
    { settings: { autoOpen: true, ...settings }, interactions: [buildEsign(document)] },
    backend,
  );
  mock.serve(session.backend);
  const room = openLink(session.path);
  await screen.findByRole('heading', { level: 1, name: 'Loan agreement' });
  await screen.findByRole('region', { name: 'Page 1 of 1' });
  const toAnna = async () =>
    (await session.deps.store.listOutbox()).filter(({ to }) => to === 'anna@example.com').map(({ kind }) => kind);
  return { ...session, ...room, toAnna };
}

test('Somebody else has to sign: they are written to once, the card waits for them, and it can be taken back', async () => {
  const { user, toAnna } = await openAgreement({ reassign: true });
  await user.click(screen.getByRole('button', option));
  const dialog = within(await screen.findByRole('dialog', option));
  await user.click(dialog.getByRole('button', { name: 'Hand it over' }));
  expect(dialog.getByRole('textbox', { name: 'Their name' })).toHaveAccessibleDescription('Enter their name.');
  await user.type(dialog.getByRole('textbox', { name: 'Their name' }), 'Anna Alder');
  await user.type(dialog.getByRole('textbox', { name: 'Their email address' }), 'anna@example.com');
  await user.dblClick(dialog.getByRole('button', { name: 'Hand it over' }));
  const card = within(await screen.findByRole('listitem', { name: 'Loan agreement' }));
  expect(card.getByText('Waiting for Anna Alder')).toBeVisible();
  expect(await toAnna()).toEqual(['handed-over']);
  await user.click(card.getByRole('button', { name: 'I will do it myself' }));
  expect(await screen.findByRole('button', { name: 'Start: Loan agreement' })).toBeVisible();
});

test('A customer who gives their own address is told so, and nothing is lost of what they wrote', async () => {
  const { user } = await openAgreement({ reassign: true });
  await user.click(screen.getByRole('button', option));
  const dialog = within(await screen.findByRole('dialog', option));
  await user.type(dialog.getByRole('textbox', { name: 'Their name' }), 'Anna Alder');
  await user.type(dialog.getByRole('textbox', { name: 'Their email address' }), 'grace@example.com');
  await user.click(dialog.getByRole('button', { name: 'Hand it over' }));
  expect(await dialog.findByText('That is your own address. Enter theirs.')).toBeVisible();
  expect(dialog.getByRole('textbox', { name: 'Their name' })).toHaveValue('Anna Alder');
});

test('Where text messages are off nobody is asked for a phone; where they are on it is one of two ways', async () => {
  const { user, leave } = await openAgreement({ reassign: true, textMessages: false });
  await user.click(screen.getByRole('button', option));
  expect(within(await screen.findByRole('dialog', option)).queryByRole('radio')).toBeNull();
  leave();
  const on = await openAgreement({ reassign: true });
  await on.user.click(screen.getByRole('button', option));
  const dialog = within(await screen.findByRole('dialog', option));
  await on.user.click(dialog.getByRole('radio', { name: 'By text message' }));
  expect(dialog.getByRole('textbox', { name: 'Their phone number' })).toBeVisible();
});

test.each<SettingsLevel>([{}, { reassign: true, embeddedSession: true }])(
  'Where the business does not want it there is no such option: %j',
  async (settings) => {
    await openAgreement(settings);
    expect(screen.getByRole('button', { name: 'Decline to sign' })).toBeVisible();
    expect(screen.queryByRole('button', option)).toBeNull();
  },
);
