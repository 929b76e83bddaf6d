import { parse } from '@formatjs/icu-messageformat-parser';
import { isStructurallySame } from '@formatjs/icu-messageformat-parser/manipulator.js';
import { describe, expect, it } from 'vitest';

import { compileCatalog, parseTexts, type Texts } from '#lib/i18n/compile-catalog.ts';
import { languages } from '#lib/i18n/languages.ts';

const files = import.meta.glob<string>('/src/lib/i18n/catalogs/*/*.json', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const textsOf = (language: string, area: string): Texts =>
  parseTexts(files[`/src/lib/i18n/catalogs/${language}/${area}.json`] ?? '{}');

const areas = Object.keys(files).flatMap((path) => /\/en\/(.+)\.json$/.exec(path)?.[1] ?? []);
const translations = Object.keys(languages)
  .filter((language) => language !== 'en')
  // Note: the console speaks English only (decision 027).
  .flatMap((language) => areas.filter((area) => !area.startsWith('console')).map((area) => ({ language, area })));

describe.each(areas)('the English texts of %s', (area) => {
  it('are valid and named for their area', () => {
    const texts = textsOf('en', area);
    expect(() => compileCatalog(texts)).not.toThrow();
    expect(Object.keys(texts).filter((id) => !id.startsWith(`${area}.`))).toEqual([]);
  });
});

describe.each(translations)('$area in $language', ({ language, area }) => {
  const english = textsOf('en', area);
  const translated = textsOf(language, area);

  it('says everything that English says, and nothing else', () => {
    expect(Object.keys(translated).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it('takes the same values as English', () => {
    const different = Object.entries(translated).filter(
      ([id, text]) => !isStructurallySame(parse(english[id] ?? ''), parse(text)).success,
    );
    expect(different).toEqual([]);
  });

  it('has a form for every plural of the language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const incomplete = Object.entries(translated).filter(
      ([, text]) => text.includes(', plural,') && forms.some((form) => !text.includes(`${form} {`)),
    );
    expect(incomplete).toEqual([]);
  });
});

it('names the text that is not valid', () => {
  expect(() => compileCatalog({ 'app.broken': 'Hello {name' })).toThrow('app.broken');
});
