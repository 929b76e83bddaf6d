import { describe, expect, test } from 'vitest';

import { acceptedTypes } from '#contract/document-request.ts';
import { type TusCustomer, buildItem, codeOf, startDocumentRequest } from '#tests/backend/uploads/tus-customer.ts';
import { buildLockedPdf, buildOddPdf, cutInHalf } from '#tests/support/build-odd-pdf.ts';
import { buildHeicStart, buildJpegStart, buildPng, buildWebpStart } from '#tests/support/build-picture.ts';

type Bytes = Uint8Array<ArrayBuffer>;
/** One character a byte. */
const bytes = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0));
const after = (text: string, file: Bytes): Bytes => Uint8Array.from([...bytes(text), ...file]);

const start = () =>
  startDocumentRequest([buildItem({ id: 'passport', accept: [...acceptedTypes], maxBytes: 100_000 })]);
const filesOf = async ({ customer }: { customer: TusCustomer }) => (await customer.content()).items[0]?.files ?? [];

describe('A file is taken for what its bytes are, whatever it is called', () => {
  test.for([
    ['a PDF called a picture', 'scan.jpg', () => buildOddPdf(), 'application/pdf', 'scan.jpg.pdf'],
    ['a PDF called a program', 'bill.pdf.exe', () => buildOddPdf(), 'application/pdf', 'bill.pdf.exe.pdf'],
    [
      'a PDF from a printer',
      'scan.pdf',
      () => after('\x1b%-12345X@PJL\r\n', buildOddPdf()),
      'application/pdf',
      'scan.pdf',
    ],
    [
      'a PDF behind 1,000 bytes of a letter',
      'mail.pdf',
      () => after(`${'x'.repeat(1_000)}\n`, buildOddPdf()),
      'application/pdf',
      'mail.pdf',
    ],
    [
      'a PDF that is a web page further down',
      'page.pdf',
      () => after('%PDF-1.7\n', bytes('<html><script>alert(1)</script>')),
      'application/pdf',
      'page.pdf',
    ],
    ['a locked PDF', 'bank.pdf', () => buildLockedPdf('secret'), 'application/pdf', 'bank.pdf'],
    ['a damaged PDF', 'half.pdf', () => cutInHalf(buildOddPdf()), 'application/pdf', 'half.pdf'],
    ['a picture of 100 megapixels', 'wall.png', () => buildPng(10_000, 10_000), 'image/png', 'wall.png'],
    ['a picture cut off', 'cut.png', () => buildPng(50, 50).slice(0, 40), 'image/png', 'cut.png'],
    ['a turned photo', 'IMG_1.JPG', () => buildJpegStart(40, 30, 50), 'image/jpeg', 'IMG_1.JPG'],
    ['an iPhone photo', 'IMG_2', () => buildHeicStart(40, 30), 'image/heic', 'IMG_2.heic'],
    ['a WebP', 'me.webp', () => buildWebpStart(40, 30), 'image/webp', 'me.webp'],
  ] as const)('%s', async ([, name, build, type, kept]) => {
    const world = await start();
    expect((await world.customer.upload(await build(), { name })).status).toBe(204);
    expect(await filesOf(world)).toMatchObject([{ type, name: kept }]);
  });
});

describe('A file that was not asked for is refused and leaves nothing behind', () => {
  test.for([
    ['a text called a PDF', 'a.pdf', bytes('Dear bank,')],
    ['a PDF further down than readers look', 'a.pdf', after(`${'x'.repeat(1_100)}\n`, buildOddPdf())],
    ['a program that is a PDF as well', 'a.pdf', after('MZ\x90\0\n', buildOddPdf())],
    ['a script that is a PDF as well', 'a.pdf', after('#!/bin/sh\n', buildOddPdf())],
    ['a web page that is a PDF as well', 'a.pdf', after('<!doctype html>\n', buildOddPdf())],
    ['a drawing that runs scripts', 'a.png', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['a GIF that is a script as well', 'a.gif', bytes('GIF89a/*\x01\0*/=1;alert(1)')],
    ['a moving picture', 'a.png', bytes('GIF89a\x01\0\x01\0\x80\0\0')],
    ['an AVIF', 'a.png', bytes('\0\0\0\x1cftypavif\0\0\0\0avifmif1')],
    ['a Word file', 'a.pdf', bytes('PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaword/document.xml')],
    ['an archive', 'a.pdf', bytes('PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaholiday/1.jpg')],
  ] as const)('%s', async ([, name, file]) => {
    const world = await start();
    expect(await codeOf(await world.customer.upload(file, { name }))).toBe('file-type-not-accepted');
    expect(await filesOf(world)).toEqual([]);
    expect(await world.deps.blobs.list('')).toEqual([]);
    expect((await world.customer.content()).items[0]?.unfinished).toEqual([]);
  });
});

test('A file may be as large as the item says, to the byte; one of nothing cannot begin', async () => {
  const { customer } = await start();
  const exact = Uint8Array.from({ length: 100_000 }, (_, at) => buildPng(2, 2)[at] ?? 0);
  expect((await customer.upload(exact)).status).toBe(204);
  expect(await codeOf(await customer.create({ length: 100_001 }))).toBe('file-too-large');
  expect(await codeOf(await customer.create({ length: 0 }))).toBe('invalid-input');
});

test('A part of nothing changes nothing', async () => {
  const { customer } = await start();
  const location = await customer.begin({ length: 10 });
  const answer = await customer.patch(location, 0, new Uint8Array());
  expect([answer.status, answer.headers.get('upload-offset')]).toEqual([204, '0']);
});

test('A name that turns its letters around, holds a path, or is longer than any is kept safe', async () => {
  const { customer } = await start();
  for (const name of ['\u202efdp.exe.pdf', '../../../scan.pdf', `${'x'.repeat(251)}.pdf`]) {
    await customer.upload(buildOddPdf(), { name });
  }
  const names = (await customer.content()).items[0]?.files.map((file) => file.name);
  expect(names).toEqual(['fdp.exe.pdf', '.._.._.._scan.pdf', `${'x'.repeat(251)}.pdf`]);
  expect(await codeOf(await customer.create({ length: 10, name: `${'x'.repeat(300)}.pdf` }))).toBe('invalid-input');
});
