import { afterEach, describe, expect, it, vi } from 'vitest';

import { compileCatalog } from '#lib/i18n/compile-catalog.ts';
import { formatMessage, type RichValues, type Speech } from '#lib/i18n/format-message.ts';

const speech: Speech = { catalog: {}, locale: 'en-GB', direction: 'ltr', timeZone: 'Asia/Tokyo' };

const say = (text: string, values: RichValues = {}, over: Partial<Speech> = {}): string =>
  formatMessage({ ...speech, ...over, catalog: compileCatalog({ 'ui.close': text }) }, 'ui.close', values)
    .map(String)
    .join('');

const evening = new Date('2026-11-22T18:30:00.000Z');

describe('a text', () => {
  it.each([
    ['without anything to put in', 'Close', {}, 'Close'],
    ['with nothing at all', '', {}, ''],
    ['with a name', 'Hello {name}', { name: 'Ana' }, 'Hello Ana'],
    ['with a number', '{count, number} pages', { count: 1200 }, '1,200 pages'],
    ['with a share', '{share, number, percent} done', { share: 0.5 }, '50% done'],
    ['with a date in the customer’s zone', 'by {when, date, long}', { when: evening }, 'by 23 November 2026'],
    ['with a time in the customer’s zone', 'at {when, time}', { when: evening }, 'at 03:30'],
    ['with a choice', '{who, select, you {Yours} other {Theirs}}', { who: 'you' }, 'Yours'],
    ['with a choice nobody foresaw', '{who, select, you {Yours} other {Theirs}}', { who: 'constructor' }, 'Theirs'],
    ['with none', '{n, plural, =0 {None} one {# page} other {# pages}}', { n: 0 }, 'None'],
    ['with one', '{n, plural, =0 {None} one {# page} other {# pages}}', { n: 1 }, '1 page'],
    ['with many', '{n, plural, =0 {None} one {# page} other {# pages}}', { n: 1200 }, '1,200 pages'],
    ['counted in order', '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} try', { n: 3 }, '3rd try'],
    ['counted from an offset', '{n, plural, offset:1 =1 {you} other {you and # more}}', { n: 3 }, 'you and 2 more'],
    [
      'with a plural inside a choice',
      '{who, select, other {{n, plural, other {# pages}}}}',
      { who: 'x', n: 2 },
      '2 pages',
    ],
    ['with quoted braces', "Type '{'name'}'", {}, 'Type {name}'],
  ])('%s', (_, text, values, said) => {
    expect(say(text, values)).toBe(said);
  });

  it('keeps a name in Latin letters apart in a right-to-left sentence', () => {
    expect(say('ملف {name}', { name: 'a.pdf' }, { direction: 'rtl', locale: 'ar' })).toBe('ملف \u2068a.pdf\u2069');
  });
});

describe('a value of the wrong kind', () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ['{n, plural, other {#}}', { n: 'two' }],
    ['{when, date}', { when: 'tomorrow' }],
    ['<b>bold</b>', { b: 'bold' }],
    ['{name}', {}],
  ])('in %s is reported, and English is said instead', (text, values) => {
    const report = vi.fn<(task: () => void) => void>();
    vi.stubGlobal('queueMicrotask', report);
    expect(say(text, values)).toBe('Close');
    expect(report).toHaveBeenCalledOnce();
    expect(() => report.mock.calls[0]?.[0]()).toThrow('ui.close');
  });
});

it('a style that nobody knows breaks the build, not the page', () => {
  expect(() => compileCatalog({ 'app.x': '{n, number, ::currency/EUR}' })).toThrow('app.x');
});
