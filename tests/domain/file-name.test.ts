import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { limits } from '#contract/limits.ts';
import { toPickerTypes, toSafeName, toTypedName } from '#domain/file-name.ts';

describe('A file’s name', () => {
  test.for([
    ['payslip März 2026 😀.pdf', 'payslip März 2026 😀.pdf'],
    ['bill\u202efdp.exe', 'billfdp.exe'],
    ['../../etc/passwd', '.._.._etc_passwd'],
    ['C:\\fakepath\\scan.pdf', 'C:_fakepath_scan.pdf'],
    ['one\r\ntwo\u0000.pdf', 'onetwo.pdf'],
    ['half \ud83d.pdf', 'half .pdf'],
    ['..', 'file'],
    ['\u2067\u200f', 'file'],
  ] as const)('%j is kept as %j', ([name, safe]) => {
    expect(toSafeName(name)).toBe(safe);
  });

  test('is the same when it is made safe again, and never longer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const safe = toSafeName(name);
        expect(toSafeName(safe)).toBe(safe);
        expect(safe.length).toBeLessThanOrEqual(Math.max(name.length, 4));
        expect(safe).toMatch(/\S/);
      }),
    );
  });

  test('ends as its bytes say', () => {
    expect(toTypedName('SCAN.PDF', 'application/pdf')).toBe('SCAN.PDF');
    expect(toTypedName('photo.JPEG', 'image/jpeg')).toBe('photo.JPEG');
    expect(toTypedName('bill.pdf.exe', 'application/pdf')).toBe('bill.pdf.exe.pdf');
    expect(toTypedName('IMG_0001', 'image/heic')).toBe('IMG_0001.heic');
    const long = toTypedName('😀'.repeat(127), 'image/png');
    expect(long.length).toBeLessThanOrEqual(limits.fileNameLength);
    expect(long.isWellFormed()).toBe(true);
  });

  test('is known to a picker by its type and by each of its endings', () => {
    expect(toPickerTypes(['application/pdf', 'image/heic'])).toBe('application/pdf,.pdf,image/heic,.heic,.heif');
  });
});
