// Note: there are no workers in this page, so pdf.js runs its worker's code beside the test.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { fileKey } from '#backend/session/files.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { buildLockedPdf, buildOddPdf, cutInHalf } from '#tests/support/build-odd-pdf.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { buildSession, openLink } from '#tests/support/render-room.tsx';
import { buildEsign, buildPayment, buildPdf } from '#tests/support/sample-interactions.ts';

const mock = useMockServer();
type Bytes = Uint8Array<ArrayBuffer>;

/** A customer in front of a document that was taken when it could be read and cannot be any more. */
async function openSpoilt(bytes: Bytes, whole?: Bytes) {
  const backend = createTestBackend();
  const document = await backend.agent.addDocument(whole ?? (await buildPdf()));
  const interactions = [buildEsign(document), buildPayment()];
  const session = await buildSession({ settings: { autoOpen: true }, interactions }, backend);
  await backend.deps.blobs.delete(fileKey(document));
  await backend.deps.blobs.put(fileKey(document), bytes);
  const sha256 = await sha256Hex(bytes);
  await changeRecord(backend.deps, session.sessionId, (record) => ({
    interactions: record.interactions.map((interaction) =>
      interaction.kind === 'esign'
        ? { ...interaction, document: { ...interaction.document, sha256, size: bytes.byteLength } }
        : interaction,
    ),
  }));
  mock.serve(session.backend);
  return { ...session, ...openLink(session.path) };
}

const failed = () => screen.findByText(/This device cannot read the document/);

test.for([
  ['damaged', () => cutInHalf(buildOddPdf())],
  ['locked', () => buildLockedPdf('secret')],
  ['empty', () => new Uint8Array()],
] as const)('A document that is %s says so; the customer may go on without it', async ([, build]) => {
  const { user } = await openSpoilt(await build());
  expect(await failed()).toBeVisible();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(screen.getAllByRole('button', { name: 'Download' }).length).toBeGreaterThan(0);
  expect(screen.getByRole('button', { name: 'Sign and continue' })).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Go on without it' }));
  expect(await screen.findByRole('heading', { level: 1, name: /things? to do/ })).toBeVisible();
});

test('A document with pages missing is not signed without them', async () => {
  await openSpoilt(buildOddPdf(), await buildPdf(2));
  expect(await failed()).toBeVisible();
});

test('A turned and cropped document has its fields where they are', async () => {
  const backend = createTestBackend();
  const bytes = buildOddPdf({ page: '/Rotate 90 /CropBox [40 50 440 650]' });
  const interactions = [buildEsign(await backend.agent.addDocument(bytes))];
  const session = await buildSession({ settings: { autoOpen: true }, interactions }, backend);
  mock.serve(session.backend);
  openLink(session.path);
  const page = await screen.findByRole('region', { name: 'Page 1 of 1' });
  expect(page).toHaveStyle({ aspectRatio: '600 / 400' });
  expect(within(page).getByRole('button', { name: 'Your signature, required' })).toBeVisible();
});
