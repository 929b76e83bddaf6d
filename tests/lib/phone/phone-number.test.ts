import { describe, expect, it } from 'vitest';

import { listCallingCodes, readE164, toE164 } from '#lib/phone/phone-number.ts';

describe('A phone number', () => {
  it.each([
    ['020 7946 0958', 'GB', '+442079460958'],
    ['+48 512 345 678', 'GB', '+48512345678'],
    ['512345678', 'PL', '+48512345678'],
    ['٠٢٠ ٧٩٤٦ ٠٩٥٨', 'GB', '+442079460958'],
    ['12', 'GB', null],
    ['020 7946 0958', 'ZZ', '+442079460958'],
    ['call me', 'GB', null],
    ['9'.repeat(10_000), 'GB', null],
  ])('“%s” in %s is %s', (typed, country, number) => {
    expect(toE164(typed, country)).toBe(number);
  });

  it('is written again so that it is read the same, whoever’s it is', () => {
    expect(readE164('+442079460958')).toEqual({ country: 'GB', written: '+44 20 7946 0958' });
    expect(readE164('+9991')).toEqual({ country: null, written: '+9991' });
  });

  it('has a country with its code, in the order of the language', () => {
    const polish = listCallingCodes('pl').map(({ label }) => label);
    expect(polish).toContain('Polska (\u2066+48\u2069)');
    expect(polish.indexOf('Łotwa (\u2066+371\u2069)')).toBeLessThan(polish.indexOf('Polska (\u2066+48\u2069)'));
  });
});
