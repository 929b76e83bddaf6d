import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { toText } from '#room/workflow/answer-texts.ts';
import { parseNumber } from '#lib/i18n/parse-number.ts';

describe('A number as the customer types it', () => {
  it.each<[string, string, number | null]>([
    ['en-GB', '1250', 1250],
    ['en-GB', '1,250.50', 1250.5],
    ['en-GB', ' 1,234,567 ', 1_234_567],
    ['en-GB', '12,5', 12.5],
    ['en-GB', '0,123', 0.123],
    ['en-GB', '1 234.5', 1234.5],
    ['en-GB', '1’234.5', 1234.5],
    ['en-GB', '−5', -5],
    ['en-GB', '+5', 5],
    ['en-GB', '.5', 0.5],
    ['en-GB', '5.', 5],
    ['en-GB', '1.234,5', 1234.5],
    ['en-IN', '12,34,567', 1_234_567],
    ['de', '1.234,5', 1234.5],
    ['de', '1.234', 1234],
    ['de', '12.5', 12.5],
    ['de', '1,234.5', 1234.5],
    ['pl', '1.234,5', 1234.5],
    ['pl', '1\u00a0234,5', 1234.5],
    ['pl', '12.5', 12.5],
    ['pl', '1234,50', 1234.5],
    ['ar', '١٬٢٣٤٫٥', 1234.5],
    ['ar', '١٢٫٥', 12.5],
    ['ar', '١٬٢٣٤', 1234],
    ['ar', '1,234.5', 1234.5],
    ['ar', '؜-١٢', -12],
    ['ar', '١٢٣', 123],
    ['fa', '۱۲۳', 123],
    // Nothing is guessed.
    ['en-GB', '', null],
    ['en-GB', '-', null],
    ['en-GB', '.', null],
    ['en-GB', 'two', null],
    ['en-GB', '2x', null],
    ['en-GB', '1e5', null],
    ['en-GB', '0x10', null],
    ['en-GB', 'Infinity', null],
    ['en-GB', '1.2.3', null],
    ['en-GB', '1,2,3', null],
    ['en-GB', '1,23.4,5', null],
    ['en-GB', '1 2', null],
    ['en-GB', '5-3', null],
    ['en-GB', '9'.repeat(400), null],
  ])('%s: “%s” is %s', (locale, text, value) => {
    expect(parseNumber(text, locale)).toBe(value);
  });

  it('is read back from how it is written in the field, in every language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en-GB', 'pl', 'de', 'ar-EG', 'fr-CH', 'hi', 'fa'),
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 0, max: 4 }),
        (locale, whole, decimals) => {
          const value = whole / 10 ** decimals;
          expect(parseNumber(toText(value, locale), locale)).toBe(value);
        },
      ),
    );
  });
});
