import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';

import { compileCatalog, parseTexts } from '#lib/i18n/compile-catalog.ts';
import { formatParts, type PartValues } from '#lib/i18n/format-parts.ts';
import { languages } from '#lib/i18n/languages.ts';

const files = import.meta.glob<string>(['/src/lib/i18n/catalogs/*/*.json', '!**/messages.json', '!**/templates.json'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

const textsIn = (language: string) =>
  Object.entries(files)
    .filter(([path]) => path.includes(`/${language}/`))
    .flatMap(([, json]) => Object.entries(compileCatalog(parseTexts(json))))
    .flatMap(([id, message]) => (typeof message === 'string' ? [] : [{ id, message }]));

const numbers = [0, 1, 2, 3, 5, 11, 21, 22, 100, 1.5, 12_345];
const bracket = (children: readonly unknown[]) => `[${children.join('')}]`;

/** For each thing that the text takes, what may be put in. */
function listSamples(parts: readonly MessageFormatElement[]): [name: string, samples: PartValues[string][]][] {
  return parts.flatMap((part) => {
    if ('options' in part) {
      const inside = Object.values(part.options).flatMap(({ value }) => listSamples(value));
      return [[part.value, 'pluralType' in part ? numbers : [...Object.keys(part.options), 'none']], ...inside];
    }
    if ('children' in part) return [[part.value, [bracket]], ...listSamples(part.children)];
    return 'value' in part ? [[part.value, 'style' in part ? numbers : ['Ada', 7]]] : [];
  });
}

const fill = (message: readonly MessageFormatElement[], round: number): PartValues =>
  Object.fromEntries(listSamples(message).map(([name, samples]) => [name, samples[round % samples.length] ?? '']));

const withLibrary = (message: MessageFormatElement[], locale: string, values: PartValues): string => {
  const formatted: unknown = new IntlMessageFormat(message, locale).format(values);
  return Array.isArray(formatted) ? formatted.join('') : String(formatted);
};

describe.each(Object.keys(languages))('Every text in %s', (locale) => {
  it('reads as intl-messageformat has it, whatever is put in', () => {
    const texts = textsIn(locale);
    const read = texts.flatMap(({ id, message }) =>
      numbers.map((_, round) => {
        const values = fill(message, round);
        return [
          id,
          round,
          formatParts(message, { locale, values }).map(String).join(''),
          withLibrary(message, locale, values),
        ];
      }),
    );
    expect(texts.length).toBeGreaterThan(50);
    expect(read.filter(([, , ours, theirs]) => ours !== theirs)).toEqual([]);
  });

  it('is refused when a value is missing', () => {
    for (const { message } of textsIn(locale))
      expect(() => formatParts(message, { locale, values: {} })).toThrow('missing');
  });
});

const compile = (text: string) => {
  const { text: message } = compileCatalog({ text });
  if (message === undefined || typeof message === 'string') throw new Error('Nothing is put into this text.');
  return message;
};

describe('A text', () => {
  it('keeps neighbouring words together, so that they are one text on the page', () => {
    const values = { name: 'Ada', b: bracket };
    expect(formatParts(compile('Dear {name}, <b>welcome, {name}</b>!'), { locale: 'en', values })).toEqual([
      'Dear Ada, [welcome, Ada]!',
    ]);
  });

  it('counts what is left where a plural leaves some out', () => {
    const others = compile('{count, plural, offset:1 =1 {Ada} one {Ada and # other} other {Ada and # others}}');
    const read = (count: number) => formatParts(others, { locale: 'en', values: { count } });
    expect([read(1), read(2), read(1_201)]).toEqual([['Ada'], ['Ada and 1 other'], ['Ada and 1,200 others']]);
  });

  it('takes no function for a name, and no word for a number', () => {
    const read = (text: string, value: PartValues[string]) => () =>
      formatParts(compile(text), { locale: 'en', values: { one: value } });
    expect(read('{one}', bracket)).toThrow('none that fits');
    expect(read('{one, number}', 'two')).toThrow('none that fits');
    expect(read('{one, plural, other {#}}', 'two')).toThrow('none that fits');
    expect(read('<one>two</one>', 'two')).toThrow('none that fits');
    expect(read('{one, date, long}', 'today')).toThrow('none that fits');
  });
});
