import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { detectFileType } from '#domain/detect-file-type.ts';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part)),
  );
const ftyp = (...brands: string[]) =>
  bytes([0, 0, 0, 8 + 4 * (brands.length + 1)], 'ftyp', brands[0] ?? '', [0, 0, 0, 0], ...brands.slice(1));
const zip = (part: string) => bytes('PK\x03\x04', new Array<number>(26).fill(0), part);

describe('A file is recognised by its bytes', () => {
  test.for([
    ['a PDF', bytes('%PDF-1.4\n%'), 'application/pdf'],
    ['a PDF with something in front', bytes('\r\n\r\n%PDF-2.0'), 'application/pdf'],
    ['a JPEG photo', bytes([0xff, 0xd8, 0xff, 0xe1]), 'image/jpeg'],
    ['a PNG image', bytes([0x89], 'PNG\r\n\x1a\n'), 'image/png'],
    ['a WebP image', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'image/webp'],
    ['an iPhone photo', ftyp('heic', 'mif1', 'heic'), 'image/heic'],
    ['an iPhone photo that says so only in its second brand', ftyp('mif1', 'mif1', 'heic'), 'image/heic'],
    ['an AVIF image', ftyp('avif', 'mif1'), 'other-image'],
    ['a video', ftyp('isom', 'iso2', 'mp41'), 'video'],
    ['a QuickTime video', ftyp('qt  ', 'qt  '), 'video'],
    ['a GIF', bytes('GIF89a'), 'other-image'],
    ['a TIFF', bytes('II*\0'), 'other-image'],
    ['a Word file', zip('word/document.xml'), 'word'],
    ['a spreadsheet', zip('xl/workbook.xml'), 'spreadsheet'],
    ['a presentation', zip('ppt/presentation.xml'), 'presentation'],
    ['an Office file of some kind', zip('[Content_Types].xml'), 'office'],
    ['an old Office file', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'office'],
    ['a ZIP archive', zip('holiday/1.jpg'), 'archive'],
    ['plain text', bytes('Dear bank,\r\n\tplease'), 'text'],
    ['a web page', bytes('<!doctype html>'), 'text'],
    ['a program', bytes('MZ', [0x90, 0, 3, 0]), 'unknown'],
    ['an empty file', bytes(), 'empty'],
  ] as const)('%s', ([, start, type]) => {
    expect(detectFileType(start)).toBe(type);
  });
});

test('A file is not a PDF because its text speaks of one further down', () => {
  expect(detectFileType(bytes('x'.repeat(2_000), '%PDF-1.4'))).toBe('text');
});

test('A real PDF of this project is recognised', async () => {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.create();
  document.addPage();
  expect(detectFileType(await document.save())).toBe('application/pdf');
});

test('This very test is text', () => {
  expect(detectFileType(new Uint8Array(readFileSync(import.meta.filename)))).toBe('text');
});
