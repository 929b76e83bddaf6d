import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';

import { english } from '#lib/i18n/english.ts';
import { dateTimeFormat, numberFormat, pluralRules } from '#lib/i18n/formatters.ts';
import type { Catalog, Options, Part, TextId } from '#lib/i18n/message.ts';

type Value = string | number | Date;
export type TextValues = Readonly<Record<string, Value>>;

/** Elements stand in for `{name}`, functions for `<name>…</name>`. */
export type RichValues = Readonly<Record<string, Value | ReactElement | ((children: ReactNode) => ReactNode)>>;

export type Speech = {
  /** The chosen language's texts; English stands in for what is missing. */
  catalog: Catalog;
  /** For numbers, dates and plurals: "pl", "en-GB". */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** IANA name; the device's own when undefined. */
  timeZone: string | undefined;
};

type Scene = Speech & { values: RichValues; count?: number };

const find = (name: string, { values }: Scene): RichValues[string] => {
  const value = values[name];
  if (value === undefined) throw new Error(`There is no value "${name}".`);
  return value;
};

const findNumber = (name: string, scene: Scene): number => {
  const value = find(name, scene);
  if (typeof value !== 'number') throw new Error(`The value "${name}" is not a number.`);
  return value;
};

const formatDate = (name: string, options: Intl.DateTimeFormatOptions, scene: Scene): string => {
  const value = find(name, scene);
  if (!(value instanceof Date)) throw new Error(`The value "${name}" is not a date.`);
  const zone = scene.timeZone === undefined ? {} : { timeZone: scene.timeZone };
  return dateTimeFormat(scene.locale, { ...options, ...zone }).format(value);
};

/** In a right-to-left sentence a name or a file's name keeps its own direction and disturbs nothing around it. */
const formatValue = (name: string, scene: Scene): ReactNode => {
  const value = find(name, scene);
  if (typeof value === 'function') throw new Error(`The value "${name}" is for a tag.`);
  if (typeof value === 'string') return scene.direction === 'rtl' ? `\u2068${value}\u2069` : value;
  return typeof value === 'object' && !(value instanceof Date) ? value : String(value);
};

const formatTag = (name: string, children: readonly Part[], scene: Scene): ReactNode => {
  const wrap = find(name, scene);
  if (typeof wrap !== 'function') throw new Error(`The value "${name}" is not a function.`);
  return wrap(createElement(Fragment, null, ...formatParts(children, scene)));
};

const findKey = (name: string, scene: Scene): string => {
  const value = find(name, scene);
  if (typeof value !== 'string') throw new Error(`The value "${name}" is not a string.`);
  return value;
};

const formatSelect = (key: string, options: Options, scene: Scene): ReactNode[] =>
  formatParts((Object.hasOwn(options, key) ? options[key] : options['other']) ?? [], scene);

const formatPlural = (
  [, name, options, offset, type]: Extract<Part, readonly ['plural', ...unknown[]]>,
  scene: Scene,
) => {
  const exact = findNumber(name, scene);
  const count = exact - offset;
  const form = pluralRules(scene.locale, { type }).select(count);
  return formatSelect(Object.hasOwn(options, `=${exact}`) ? `=${exact}` : form, options, { ...scene, count });
};

const formatPart = (part: Part, scene: Scene): ReactNode | ReactNode[] => {
  if (typeof part === 'string') return part;
  switch (part[0]) {
    case 'value':
      return formatValue(part[1], scene);
    case 'number':
      return numberFormat(scene.locale, part[2]).format(findNumber(part[1], scene));
    case 'date':
      return formatDate(part[1], part[2], scene);
    case 'select':
      return formatSelect(findKey(part[1], scene), part[2], scene);
    case 'plural':
      return formatPlural(part, scene);
    case '#':
      return numberFormat(scene.locale).format(scene.count ?? 0);
    case 'tag':
      return formatTag(part[1], part[2], scene);
  }
};

const formatParts = (parts: readonly Part[], scene: Scene): ReactNode[] =>
  parts.flatMap((part) => formatPart(part, scene));

/** Reaches whoever watches for uncaught errors (and fails a test), while the customer reads on. */
const report = (problem: Error): void =>
  queueMicrotask(() => {
    throw problem;
  });

const englishLocale = (locale: string) => (locale.startsWith('en') ? locale : 'en');

/** Never throws: a text that is missing or cannot be formatted falls back to English, then to its id. */
export const formatMessage = (speech: Speech, id: TextId, values: RichValues): ReactNode[] => {
  const candidates = [
    { message: speech.catalog[id], locale: speech.locale },
    { message: english[id], locale: englishLocale(speech.locale) },
  ];
  for (const { message, locale } of candidates) {
    if (message === undefined) continue;
    if (typeof message === 'string') return [message];
    try {
      return formatParts(message, { ...speech, locale, values });
    } catch (cause) {
      report(new Error(`Failed to format the text "${id}". Did you forget a value?`, { cause }));
    }
  }
  report(new Error(`Failed to find the text "${id}". Did you forget to add its area with addEnglish?`));
  return [id];
};
