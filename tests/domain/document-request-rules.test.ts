import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { partIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { countFreePlaces, isSameSelection, listMissingItems, toUniqueName } from '#domain/document-request-rules.ts';

const id = (text: string) => partIdSchema.parse(text);

describe('Free places', () => {
  test.for([
    [3, 0, 0, 3],
    [3, 1, 1, 1],
    [3, 2, 1, 0],
    [1, 2, 0, 0],
  ] as const)('of %i with %i files and %i uploads under way there are %i', ([maxFiles, files, begun, free]) => {
    expect(countFreePlaces({ maxFiles, files: new Array(files).fill(null) }, begun)).toBe(free);
  });
});

test('Only required items without a file are missing', () => {
  const items = [
    { id: id('a'), required: true, files: [] },
    { id: id('b'), required: true, files: [1] },
    { id: id('c'), required: false, files: [] },
  ];
  expect(listMissingItems(items).map((item) => item.id)).toEqual(['a']);
});

describe('What the customer submits is what is there', () => {
  const items = [
    { id: id('a'), files: [{ id: '1' }, { id: '2' }] },
    { id: id('b'), files: [] },
  ];
  test.for([
    ['the same files', { a: ['1', '2'], b: [] }, true],
    ['an empty item left out', { a: ['1', '2'] }, true],
    ['another order', { a: ['2', '1'] }, false],
    ['a file too few', { a: ['1'] }, false],
    ['a file too many', { a: ['1', '2', '3'] }, false],
    ['an item nobody asked for', { a: ['1', '2'], z: [] }, false],
  ] as const)('%s', ([, selection, same]) => {
    expect(isSameSelection(items, selection)).toBe(same);
  });
});

describe('Names of files', () => {
  test('are kept when nothing else is called so', () => {
    expect(toUniqueName('passport.jpg', ['other.jpg'])).toBe('passport.jpg');
  });

  test('are counted when the camera calls every photo the same', () => {
    expect(toUniqueName('image.jpg', ['image.jpg', 'image (2).jpg'])).toBe('image (3).jpg');
  });

  test('that say nothing get one', () => {
    expect(toUniqueName('  ', [])).toBe('file');
  });

  test('always fit the contract, differ from every other and keep their ending', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.array(fc.string()), (stem, taken) => {
        const name = toUniqueName(`${stem}.pdf`, taken);
        expect(name.length).toBeLessThanOrEqual(limits.fileNameLength);
        expect(name).toMatch(/\S/);
        expect(name.endsWith('.pdf')).toBe(true);
        expect(taken).not.toContain(name);
      }),
    );
  });
});
