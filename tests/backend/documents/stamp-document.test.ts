import { describe, expect, test } from 'vitest';

import type { EsignField } from '#contract/esign.ts';
import { settleFields } from '#domain/esign-fields.ts';
import { stampDocument } from '#backend/documents/stamp-document.ts';
import { buildField, buildInk, buildTyped, buildValues } from '#tests/support/build-esign-field.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { findText, measurePages, readPdfTexts } from '#tests/support/read-pdf.ts';
import { buildOddPdf, buildSharedContent, type OddParts, toStream } from '#tests/support/build-odd-pdf.ts';
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
  /** Of a page that a viewer shows, whatever lies behind it. */
  const crop = '/CropBox [40 50 440 650]';
  const left = (content: string) => ({ page: '/Contents 6 0 R', more: [toStream(content)] });

  const cases: [string, OddParts][] = [
    ['as it is', {}],
    ...[0, 90, 180, 270, -90, -180, 450].map((angle): [string, OddParts] => [
      `turned by ${angle} degrees and cropped`,
      { page: `/Rotate ${angle} ${crop}` },
    ]),
    ['turned by half a right angle, which viewers do not turn', { page: `/Rotate 45 ${crop}` }],
    ['turned with the whole document', { tree: '/Rotate 90' }],
    ['cropped from the other corner', { page: '/CropBox [440 650 40 50]' }],
    ['cropped beside the page', { page: '/CropBox [2000 2000 3000 3000]' }],
    ['cropped wider than the page', { page: '/CropBox [-500 -500 2000 2000]' }],
    ['that begins at its other corner', { mediaBox: '/MediaBox [595 842 0 0]' }],
    ['that begins below zero', { mediaBox: '/MediaBox [-300 -400 295 442]' }],
    ['drawn in large units', { page: '/UserUnit 2.5' }],
    ['drawn in small units and turned', { page: '/UserUnit 0.5 /Rotate 270' }],
    ['that leaves a smaller scale behind', left('q 0.5 0 0 0.5 90 90 cm q BT /F1 9 Tf (Q (Q) \\) Q) Tj ET % Q')],
    ['that leaves a scale behind a picture', left('q 3 0 0 3 0 0 cm q BI /W 1 /H 1 ID Q Q EI')],
    ['that restores more than it saved', left('Q Q q 2 0 0 2 0 0 cm q')],
  ];

  test.for(cases)('on a page %s', async ([, parts]) => {
    const signed = await stamp(buildOddPdf(parts), [text({ box })], written('Leeds'));
    const place = await findText(signed, 0, 'Leeds');
    expect(place?.x).toBeGreaterThan(0.6);
    expect(place?.x).toBeLessThan(0.62);
    expect(place?.y).toBeGreaterThan(0.22);
    expect(place?.y).toBeLessThan(0.25);
  });

  test('on that page only, although another one draws the same', async () => {
    const signed = await stamp(buildSharedContent(), [text({ box })], written('Leeds'));
    expect((await readPdfTexts(signed)).map((words) => words.includes('Leeds'))).toEqual([true, false, false]);
  });

  test('as large as it was shown, in whatever unit the page is drawn', async () => {
    const height = { x: 0.1, y: 0.1, width: 0.8, height: 0.2 };
    const sizeIn = async (page: string) => {
      const signed = await stamp(buildOddPdf({ page }), [text({ box: height })], written('Leeds'));
      return (await findText(signed, 0, 'Leeds'))?.size;
    };
    expect(await sizeIn('')).toBeCloseTo(12);
    expect(await sizeIn('/UserUnit 2')).toBeCloseTo(12);
  });
});

test('The record stands upright and whole behind a document that is turned and cropped', async () => {
  const signed = await stamp(buildOddPdf({ tree: '/Rotate 90 /CropBox [0 0 200 200]' }), [], {});
  expect(await measurePages(signed)).toEqual(['200 × 200', '595 × 842']);
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
