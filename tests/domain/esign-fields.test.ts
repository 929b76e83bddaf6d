import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { EsignField } from '#contract/esign.ts';
import { listFieldsOf, listOpenFields, resolveFieldValue, resolveSigningMode } from '#domain/esign-fields.ts';
import { buildField, buildValues } from '#tests/support/build-esign-field.ts';

const place = (id: string, page: number, x: number, y: number): EsignField =>
  buildField({ id, page, box: { x, y, width: 0.2, height: 0.05 } });

const idsOf = (fields: readonly EsignField[]) => fields.map(({ id }) => String(id));

describe('A customer meets the fields in reading order', () => {
  test('page after page, down, then across', () => {
    const fields = [place('d', 1, 0, 0), place('c', 0, 0, 0.5), place('b', 0, 0.5, 0.1), place('a', 0, 0.1, 0.1)];
    expect(idsOf(listFieldsOf(fields, 1))).toEqual(['a', 'b', 'c', 'd']);
  });

  test('a hair of difference in height does not turn a row round', () => {
    expect(idsOf(listFieldsOf([place('right', 0, 0.6, 0.5), place('left', 0, 0.1, 0.502)], 1))).toEqual([
      'left',
      'right',
    ]);
  });

  test('what belongs to somebody else is left out', () => {
    const fields = [buildField({ id: 'mine' }), buildField({ id: 'theirs', participant: 2 })];
    expect(idsOf(listFieldsOf(fields, 1))).toEqual(['mine']);
  });

  test('whatever order they were placed in', () => {
    const placed = fc.uniqueArray(
      fc.record({ page: fc.nat(3), x: fc.integer({ min: 0, max: 8 }), y: fc.integer({ min: 0, max: 9 }) }),
      { selector: ({ page, x, y }) => `${page}/${x}/${y}`, maxLength: 20 },
    );
    fc.assert(
      fc.property(placed, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (places, ranks) => {
        const fields = places.map(({ page, x, y }, index) => place(`f${index}`, page, x / 10, y / 10));
        const shuffled = fields
          .map((field, index) => ({ field, rank: ranks[index] ?? 0 }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ field }) => field);
        expect(idsOf(listFieldsOf(shuffled, 1))).toEqual(idsOf(listFieldsOf(fields, 1)));
        expect(idsOf(listFieldsOf(shuffled, 1)).toSorted()).toEqual(idsOf(fields).toSorted());
      }),
    );
  });
});

describe('A field waits for the customer', () => {
  test.for([
    ['an unsigned signature', {}, {}, true],
    ['a signature in place', {}, { field: { kind: 'applied' } }, false],
    ['an optional signature', { required: false }, {}, false],
    ['an unchecked box', { kind: 'checkbox' }, { field: { kind: 'checkbox', checked: false } }, true],
    ['a checked box', { kind: 'checkbox' }, { field: { kind: 'checkbox', checked: true } }, false],
    ['blanks', { kind: 'text' }, { field: { kind: 'text', text: '  ' } }, true],
    ['an emptied prefill', { kind: 'text', prefill: 'Leeds' }, { field: { kind: 'text', text: '' } }, true],
    ['an untouched prefill', { kind: 'text', prefill: 'Leeds' }, {}, false],
    ['a day', { kind: 'date' }, { field: { kind: 'date', date: '2026-11-22' } }, false],
    ['what only the business can fill in', { kind: 'text', readOnly: true }, {}, false],
  ] as const)('%s', ([, over, values, isOpen]) => {
    expect(listOpenFields([buildField(over)], buildValues(values))).toHaveLength(isOpen ? 1 : 0);
  });
});

test('What the business filled in for good stays, whatever is sent', () => {
  const field = buildField({ kind: 'text', prefill: '7.4 %', readOnly: true });
  const sent = buildValues({ field: { kind: 'text', text: '0.1 %' } });
  expect(resolveFieldValue(field, sent)).toEqual({ kind: 'text', text: '7.4 %' });
});

describe('What the customer does with the document', () => {
  test.for([
    ['sign', 'there is a signature', [{}]],
    ['sign', 'there are only initials', [{ kind: 'initials' }]],
    ['approve', 'there are no fields', []],
    ['approve', 'there is something to fill in and nothing to sign', [{ kind: 'text' }]],
    ['confirm', 'all is filled in', [{ kind: 'text', prefill: 'Leeds' }]],
    ['confirm', 'all is read-only', [{ kind: 'date', readOnly: true }]],
    ['approve', 'a box was left for the customer', [{ kind: 'checkbox', prefill: false }]],
  ] as const)('%s when %s', ([mode, , fields]) => {
    expect(resolveSigningMode(fields.map((over) => buildField(over)))).toBe(mode);
  });
});
