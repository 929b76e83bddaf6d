import { readFile } from 'node:fs/promises';

import { expect, type Locator } from '@playwright/test';

import { addInteractionInputSchema } from '#contract/agent.ts';
import { getDocumentRequest } from '#contract/endpoints/document-request.ts';
import { getFile } from '#contract/endpoints/interaction.ts';
import { expectRoomy, expectUnderstandable } from '#tests/browser/support/accessibility.ts';
import { expectRoom, heading } from '#tests/browser/support/customer.ts';
import { spoilDocuments } from '#tests/browser/support/spoil-documents.ts';
import { addPdf, test } from '#tests/browser/support/world.ts';
import { buildField } from '#tests/support/build-esign-field.ts';
import { buildLockedPdf, buildOddPdf, cutInHalf, toStream } from '#tests/support/build-odd-pdf.ts';
import { buildPng } from '#tests/support/build-picture.ts';
import { readPictureSize } from '#domain/picture-size.ts';
import { buildPhoto, readCorner } from '#tests/browser/support/photo.ts';
import { findText } from '#tests/support/read-pdf.ts';
import { buildEsign, buildPdf } from '#tests/support/sample-interactions.ts';

test.skip(({ isMobile }) => !isMobile, 'Files are the same on every screen.');

const settings = { autoOpen: true };
const papers = addInteractionInputSchema.parse({
  kind: 'document-request',
  title: 'Proof of income',
  items: [
    {
      id: 'payslip',
      title: 'Latest payslip',
      instructions: '',
      required: true,
      accept: ['application/pdf', 'image/jpeg', 'image/png'],
      maxFiles: 10,
      maxBytes: 5_000_000,
    },
  ],
});

test('Among files that are not what they seem the good ones stay and are sent', async ({ page, world }) => {
  const { url } = await world.startSession({ settings, interactions: [papers] });
  await page.goto(url);
  const pdf = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
  await page
    .getByLabel('Choose a file for Latest payslip')
    .setInputFiles([
      pdf('payslip.pdf', await buildPdf()),
      pdf('letter.pdf', new TextEncoder().encode('Dear bank, here it is.')),
      pdf('locked.pdf', await buildLockedPdf('secret')),
      pdf('half.pdf', cutInHalf(buildOddPdf())),
      { name: 'wall.png', mimeType: 'image/png', buffer: Buffer.from(buildPng(10_000, 10_000)) },
    ]);
  for (const name of ['payslip.pdf', 'locked.pdf', 'half.pdf', 'wall.png']) {
    await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible();
  }
  const rows = page.getByRole('list', { name: 'Files for Latest payslip' });
  for (const words of [
    'letter.pdf was not added',
    /This is a text file, whatever its name says\. Save it as PDF/,
    /locked with a password.*add a copy without a password/,
    /seems to be damaged.*save it again/,
  ]) {
    await expect(rows.getByText(words)).toBeVisible();
  }
  await expect(rows.locator('img')).toHaveCount(0);
  await expectUnderstandable(page, 'odd files');
  await expectRoomy(page, 'odd files');

  await page.getByRole('button', { name: 'Look at wall.png' }).click();
  await expect(page.getByText('This picture has 100 megapixels: too many to show here.')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Look at locked.pdf' }).click();
  await expect(page.getByRole('dialog').getByText(/locked with a password/)).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Send 4 documents' }).click();
  await expectRoom(page);
});

test('A photo too large to send becomes one that is: upright, readable, and without where it was taken', async ({
  page,
  world,
}) => {
  const { url, interactions } = await world.startSession({ settings, interactions: [papers] });
  await page.goto(url);
  const photo = await buildPhoto(page, 4_000, 3_000);
  expect(photo.byteLength).toBeGreaterThan(5_000_000);
  await page
    .getByLabel('Choose a file for Latest payslip')
    .setInputFiles({ name: 'IMG_0042.JPG', mimeType: 'image/jpeg', buffer: photo });
  await expect(page.getByRole('button', { name: 'Remove IMG_0042.JPG' })).toBeVisible();

  const customer = world.customer(url);
  const content = await customer.ask(getDocumentRequest, { interactionId: interactions[0] ?? '' });
  const [file] = content.items[0]?.files ?? [];
  expect(file).toMatchObject({ name: 'IMG_0042.JPG', type: 'image/jpeg' });
  const sent = await customer.request(getFile, { params: { fileId: file?.id ?? '' } });
  const bytes = Buffer.from(await sent.arrayBuffer());
  expect(readPictureSize(bytes)).toEqual({ width: 1_875, height: 2_500 });
  expect(bytes.includes('Exif')).toBe(false);
  expect(await readCorner(page, bytes)).toEqual('red');
});

const place = { id: 'place', kind: 'text', label: 'Place', box: { x: 0.6, y: 0.2, width: 0.3, height: 0.06 } };

test('A document that is turned, cropped and leaves its scale behind is filled in where its fields are', async ({
  page,
  world,
}) => {
  const content = 'q 1.5 0 0 1.5 0 0 cm q BT /F1 18 Tf 60 100 Td (Read me) Tj ET';
  const bytes = buildOddPdf({
    page: '/Rotate 90 /CropBox [40 50 440 650] /UserUnit 1.5 /Contents 6 0 R',
    more: [toStream(content)],
  });
  const document = await world.agent.addDocument(bytes);
  const esign = addInteractionInputSchema.parse({
    kind: 'esign',
    title: 'Turned agreement',
    document,
    canDecline: false,
    fields: [buildField(place)],
  });
  const { url } = await world.startSession({ settings, interactions: [esign] });
  await page.goto(url);
  const paper = page.getByRole('region', { name: 'Page 1 of 1' });
  await expect(paper.locator('canvas')).toBeVisible();
  const [sheet, field] = [await boxOf(paper), await boxOf(page.getByRole('textbox', { name: 'Place' }))];
  expect(sheet.width / sheet.height).toBeCloseTo(600 / 400, 2);
  expect((field.x - sheet.x) / sheet.width).toBeCloseTo(0.6, 2);
  expect((field.y - sheet.y) / sheet.height).toBeCloseTo(0.2, 2);
  await page.getByRole('textbox', { name: 'Place' }).fill('Leeds');
  await page.getByRole('button', { name: /and continue$/ }).click();
  await expectRoom(page);

  const arriving = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /Download/ })
    .first()
    .click();
  const signed = new Uint8Array(await readFile(await (await arriving).path()));
  const stamped = await findText(signed, 0, 'Leeds');
  expect(stamped?.x).toBeCloseTo(0.61, 1);
  expect(stamped?.y).toBeGreaterThan(0.2);
  expect(stamped?.y).toBeLessThan(0.26);
});

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('Failed to measure: it is not on the page.');
  return box;
};

test('A document that cannot be read any more says so and holds nobody back', async ({ page, world }) => {
  const interactions = [buildEsign(await addPdf(world), 'Loan agreement'), papers];
  const { url } = await world.startSession({ settings, interactions });
  await page.goto('/s/a-link-that-nobody-was-given');
  await spoilDocuments(page, await buildLockedPdf('secret'));
  await page.goto(url);
  await expect(heading(page, 'Loan agreement')).toBeVisible();
  await expect(page.getByText(/This device cannot read the document/)).toBeVisible();
  await expectUnderstandable(page, 'a document that cannot be read');
  await expectRoomy(page, 'a document that cannot be read');
  await page.getByRole('button', { name: 'Go on without it' }).click();
  await expect(heading(page, 'Proof of income')).toBeVisible();
});
