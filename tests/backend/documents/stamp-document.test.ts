import { PDFDocument, degrees } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';

import type { EsignField } from '#contract/esign.ts';
import { settleFields } from '#domain/esign-fields.ts';
import { stampDocument } from '#backend/documents/stamp-document.ts';
import { buildField, buildInk, buildTyped, buildValues } from '#tests/support/build-esign-field.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { findText, readPdfTexts } from '#tests/support/read-pdf.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';

const { deps } = createTestBackend();

const stamp = (
  bytes: Uint8Array<ArrayBuffer>,
  fields: readonly EsignField[],
  values: Record<string, unknown>,
  signature = buildInk(),
) =>
  stampDocument(deps, {
    bytes,
    values: settleFields(fields, buildValues(values)),
    marks: { signature, initials: null },
    audit: { title: 'Signing record', sections: [{ title: 'Person', rows: [{ label: 'Name', value: 'Łucja' }] }] },
    now: Date.UTC(2026, 10, 22),
  });

const text = (over: Record<string, unknown> = {}) => buildField({ kind: 'text', maxLength: 9_000, ...over });
const written = (words: string) => ({ field: { kind: 'text', text: words } });

test('What the customer saw stays as it was, byte for byte, in front of what was added', async () => {
  const before = await buildPdf(2);
  const after = await stamp(before, [buildField()], { field: { kind: 'applied' } });
  expect(after.subarray(0, before.length)).toEqual(before);
  expect(await readPdfTexts(after)).toEqual(['Page 1', 'Page 2', expect.stringContaining('Signing record')]);
});

test('The same signing gives the same file', async () => {
  const before = await buildPdf();
  const sign = () => stamp(before, [text()], written('Jürgen Łąka'));
  expect(await sign()).toEqual(await sign());
});

describe('A name can be written in', () => {
  test.for(['Zoë Müller', 'Żaneta Łęcka', 'Ελένη Παπαδοπούλου', 'Олександр', 'Nguyễn Thị Hồng'])('%s', async (name) => {
    const [page] = await readPdfTexts(await stamp(await buildPdf(), [text()], written(name)));
    expect(page?.replaceAll(/\s+/g, ' ').normalize('NFC')).toContain(name);
  });

  test('Arabic, joined and from the right', async () => {
    const [page] = await readPdfTexts(await stamp(await buildPdf(), [text()], written('محمد علي')));
    expect(page?.normalize('NFKC')).toContain('محمد');
  });

  test('a typed signature', async () => {
    const signed = await stamp(await buildPdf(), [buildField()], { field: { kind: 'applied' } }, buildTyped('Żaneta'));
    expect((await readPdfTexts(signed))[0]).toContain('Żaneta');
  });
});

describe('A value lands where the customer saw the field', () => {
  const box = { x: 0.6, y: 0.2, width: 0.3, height: 0.05 };

  test.for([0, 90, 180, 270])('on a page turned by %i degrees', async (angle) => {
    const document = await PDFDocument.create();
    document.addPage([400, 600]).setRotation(degrees(angle));
    const before = new Uint8Array(await document.save());
    const place = await findText(await stamp(before, [text({ box })], written('Leeds')), 0, 'Leeds');
    expect(place?.x).toBeCloseTo(0.605, 1);
    expect(place?.y).toBeGreaterThan(0.2);
    expect(place?.y).toBeLessThan(0.25);
  });

  test('on a cropped page', async () => {
    const document = await PDFDocument.create();
    document.addPage([800, 1000]).setCropBox(200, 300, 400, 500);
    const before = new Uint8Array(await document.save());
    const place = await findText(await stamp(before, [text({ box })], written('Leeds')), 0, 'Leeds');
    expect(place?.x).toBeCloseTo(0.605, 1);
    expect(place?.y).toBeGreaterThan(0.2);
    expect(place?.y).toBeLessThan(0.25);
  });
});

test('An answer too long for its field is kept in full on the record', async () => {
  const answer = 'every word of it '.repeat(60).trim();
  const pages = await readPdfTexts(await stamp(await buildPdf(), [text({ label: 'Remarks' })], written(answer)));
  expect(pages[0]).not.toContain(answer);
  expect(pages.slice(1).join(' ').replaceAll(/\s+/g, ' ')).toContain(answer);
});

test('A box that was not ticked stays empty', async () => {
  const before = await buildPdf();
  const field = buildField({ kind: 'checkbox', required: false });
  const ticked = await stamp(before, [field], { field: { kind: 'checkbox', checked: true } });
  const unticked = await stamp(before, [field], { field: { kind: 'checkbox', checked: false } });
  expect(unticked.length).toBeLessThan(ticked.length);
});
