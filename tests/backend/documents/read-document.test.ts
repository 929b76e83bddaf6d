import { describe, expect, test } from 'vitest';

import { limits } from '#contract/limits.ts';
import { countPages } from '#backend/documents/read-document.ts';
import {
  buildCyclicTree,
  buildGarbage,
  buildLockedPdf,
  buildLostTable,
  buildManyPages,
  buildNoPages,
  buildOddPdf,
  buildSamePageTwice,
  cutInHalf,
  toStream,
} from '#tests/support/build-odd-pdf.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';

test('A document tells how many pages it has', async () => {
  expect(await countPages(await buildPdf(3))).toBe(3);
  expect(await countPages(buildManyPages(limits.documentPages))).toBe(limits.documentPages);
});

describe('The agent is told that a document cannot be used', () => {
  test.for([
    ['no document at all', () => new TextEncoder().encode('Dear customer,')],
    ['an empty file', () => new Uint8Array()],
    ['a document cut off at its beginning', async () => (await buildPdf(2)).slice(0, 60)],
    ['half a document', async () => cutInHalf(await buildPdf(3))],
    ['half a document of plain objects', () => cutInHalf(buildOddPdf())],
    ['a document whose last bytes are missing', () => buildOddPdf().slice(0, -20)],
    ['objects that are none', buildGarbage],
    ['pages that contain each other', buildCyclicTree],
    ['a document without pages', buildNoPages],
    ['one page in two places', buildSamePageTwice],
    ['a page without a size', () => buildOddPdf({ mediaBox: '' })],
    ['a page of no size', () => buildOddPdf({ mediaBox: '/MediaBox [0 0 0 0]' })],
    ['a page whose size is not a number', () => buildOddPdf({ mediaBox: '/MediaBox [0 0 /wide (high)]' })],
    ['a page as large as a country', () => buildOddPdf({ mediaBox: '/MediaBox [0 0 1000000000 1000000000]' })],
    ['a page as thin as a thread', () => buildOddPdf({ mediaBox: '/MediaBox [0 0 12 14400]' })],
    ['a page whose content is gone', () => buildOddPdf({ page: '/Contents 99 0 R' })],
    [
      'a page whose content cannot be unpacked',
      () => buildOddPdf({ page: '/Contents 6 0 R', more: [toStream('0 0 50 50 re f', '/Filter /FlateDecode')] }),
    ],
    ['a page whose parts are not what they should be', () => buildOddPdf({ page: '/Resources 5' })],
    ['a form that only its own program shows', () => buildOddPdf({ catalog: '/NeedsRendering true' })],
  ] as const)('being %s', async ([, build]) => {
    await expect(Promise.resolve(build()).then(countPages)).rejects.toMatchObject({ code: 'document-unreadable' });
  });

  test.for([
    ['locked with a password', () => buildLockedPdf('password')],
    ['locked against changes', () => buildLockedPdf('')],
    ['certified against changes', () => buildOddPdf({ catalog: '/Perms << /DocMDP 6 0 R >>', more: ['<< >>'] })],
  ] as const)('being %s', async ([, build]) => {
    await expect(Promise.resolve(build()).then(countPages)).rejects.toMatchObject({ code: 'document-protected' });
  });

  test('having too many pages', async () => {
    const bytes = buildManyPages(limits.documentPages + 1);
    await expect(countPages(bytes)).rejects.toMatchObject({ code: 'document-too-long' });
  });
});

describe('A document is taken', () => {
  test.for([
    ['turned by any angle', { page: '/Rotate -90' }],
    ['turned by half a right angle, which turns nothing', { page: '/Rotate 45' }],
    ['with a page that begins at its other corner', { mediaBox: '/MediaBox [595 842 0 0]' }],
    ['with a page that begins below zero', { mediaBox: '/MediaBox [-300 -400 295 442]' }],
    ['cropped beside its page', { page: '/CropBox [2000 2000 3000 3000]' }],
    ['with an empty page', { page: '/Contents null' }],
    ['with letters it does not bring along', { page: '/Resources << >>' }],
    ['with a script nobody will run', { catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }],
    ['that would start a program', { catalog: '/OpenAction << /S /Launch /F (calc.exe) >>' }],
    [
      'with another file in it',
      { more: [toStream('MZ')], catalog: '/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>' },
    ],
    ['with a form in it', { catalog: '/AcroForm << /Fields [] /NeedAppearances true >>' }],
    ['that somebody signed before', { catalog: '/AcroForm << /Fields [] /SigFlags 3 >>' }],
  ] as const)('%s', async ([, parts]) => {
    expect(await countPages(buildOddPdf(parts))).toBe(1);
  });

  test('whose table of objects is lost', async () => {
    expect(await countPages(buildLostTable())).toBe(1);
  });
});
