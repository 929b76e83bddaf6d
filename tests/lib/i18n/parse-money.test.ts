import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseMoney, writeMoney } from '#lib/i18n/parse-money.ts';

describe('An amount as the customer types it', () => {
  it.each<[string, string, string, number | null]>([
    ['en-GB', 'GBP', '1250', 125_000],
    ['en-GB', 'GBP', '1,250.5', 125_050],
    ['en-GB', 'GBP', '£1,250.50', 125_050],
    ['en-GB', 'GBP', '1250 gbp', 125_000],
    ['en-GB', 'GBP', '.50', 50],
    ['en-GB', 'GBP', '0', 0],
    // Neither is what it is as a floating-point number times a hundred.
    ['en-GB', 'GBP', '1.15', 115],
    ['en-GB', 'GBP', '8.2', 820],
    ['en-GB', 'USD', '$5', 500],
    ['en-GB', 'USD', 'US$5', 500],
    ['pl', 'PLN', '1 250,50 zł', 125_050],
    ['pl', 'EUR', '12,5 €', 1_250],
    ['de', 'EUR', '1.250,50', 125_050],
    ['de', 'EUR', '1.250', 125_000],
    ['ar-EG', 'EGP', '١٬٢٥٠٫٥٠', 125_050],
    ['ja', 'JPY', '1,250', 1_250],
    ['en-GB', 'KWD', '1.255', 1_255],
    // Nothing is guessed, rounded or cut.
    ['en-GB', 'GBP', '1.255', null],
    ['pl', 'PLN', '1.250', null],
    ['ja', 'JPY', '12.5', null],
    ['en-GB', 'GBP', '-5', null],
    ['en-GB', 'GBP', '£', null],
    ['en-GB', 'GBP', '', null],
    ['en-GB', 'GBP', '€5', null],
    ['en-GB', 'GBP', 'five', null],
    ['en-GB', 'GBP', '1e5', null],
    ['en-GB', 'GBP', '9'.repeat(14), null],
    ['en-GB', 'GBP', '9'.repeat(10_000), null],
  ])('%s, %s: “%s” is %s', (locale, currency, text, minorUnits) => {
    expect(parseMoney(text, currency, locale)).toBe(minorUnits);
  });

  it('is read back from how it is written in the field, in every language and currency', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('en-GB', 'pl', 'de', 'ar-EG', 'fr-CH', 'hi', 'fa'),
        fc.constantFrom('GBP', 'PLN', 'JPY', 'KWD', 'EUR'),
        fc.integer({ min: 0, max: 100_000_000_000 }),
        (locale, currency, minorUnits) => {
          expect(parseMoney(writeMoney(minorUnits, currency, locale), currency, locale)).toBe(minorUnits);
        },
      ),
    );
  });
});
