import { describe, expect, it } from 'vitest';

import { negotiateLanguage, resolveLocale } from '#lib/i18n/negotiate-language.ts';

describe('the language a customer is spoken to in', () => {
  it.each([
    ['the link says so', { search: '?lang=pl', stored: 'ar', preferred: ['en-GB'] }, 'pl'],
    ['it was chosen before', { search: '', stored: 'ar', preferred: ['pl'] }, 'ar'],
    ['the device prefers it', { search: '', stored: null, preferred: ['de-DE', 'pl-PL'] }, 'pl'],
    ['the region does not matter', { search: '?lang=AR_eg', stored: null, preferred: [] }, 'ar'],
    ['nothing fits', { search: '?lang=xx', stored: 'tlh', preferred: ['de'] }, 'en'],
    ['a wish is nonsense', { search: '?lang=__proto__', stored: '', preferred: ['*'] }, 'en'],
  ])('%s', (_, wishes, language) => {
    expect(negotiateLanguage(wishes)).toBe(language);
  });
});

describe('dates and numbers', () => {
  it('follow the region of the device when it speaks the language', () => {
    expect(resolveLocale('en', ['pl-PL', 'en-GB'])).toBe('en-GB');
  });

  it('follow the language alone otherwise', () => {
    expect(resolveLocale('ar', ['en-GB'])).toBe('ar');
  });

  it('survive a device that names its language badly', () => {
    expect(resolveLocale('en', ['en_US@posix'])).toBe('en');
  });
});
