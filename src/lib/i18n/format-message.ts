import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';

import { english } from '#lib/i18n/english.ts';
import { formatParts } from '#lib/i18n/format-parts.ts';
import type { Catalog, Message, TextId } from '#lib/i18n/message.ts';

export type TextValues = Readonly<Record<string, string | number>>;

/** Elements stand in for `{name}`, functions for `<name>…</name>`. */
export type RichValues = Readonly<
  Record<string, string | number | ReactElement | ((children: ReactNode) => ReactNode)>
>;

export type Speech = {
  /** The chosen language's texts; English stands in for what is missing. */
  catalog: Catalog;
  /** For numbers, dates and plurals: "pl", "en-GB". */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** IANA name; the device's own when undefined. */
  timeZone: string | undefined;
};

const englishLocale = (locale: string) => (locale.startsWith('en') ? locale : 'en');

/** In a right-to-left sentence a name or a file's name keeps its own direction and disturbs nothing around it. */
const isolate = (value: RichValues[string]): RichValues[string] =>
  typeof value === 'string' ? `\u2068${value}\u2069` : value;

const toValue = (value: RichValues[string]) =>
  typeof value === 'function' ? (chunks: ReactNode[]) => value(createElement(Fragment, null, ...chunks)) : value;

const formatWith = (message: Message, locale: string, values: RichValues, { direction }: Speech): ReactNode[] => {
  if (typeof message === 'string') return [message];
  const prepared = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, toValue(direction === 'rtl' ? isolate(value) : value)]),
  );
  return formatParts(message, { locale, values: prepared });
};

/** Reaches whoever watches for uncaught errors (and fails a test), while the customer reads on. */
const report = (problem: Error): void =>
  queueMicrotask(() => {
    throw problem;
  });

/** Never throws: a text that is missing or cannot be formatted falls back to English, then to its id. */
export const formatMessage = (speech: Speech, id: TextId, values: RichValues): ReactNode[] => {
  const candidates = [
    { message: speech.catalog[id], locale: speech.locale },
    { message: english[id], locale: englishLocale(speech.locale) },
  ];
  for (const { message, locale } of candidates) {
    if (message === undefined) continue;
    try {
      return formatWith(message, locale, values, speech);
    } catch (cause) {
      report(new Error(`Failed to format the text "${id}". Did you forget a value?`, { cause }));
    }
  }
  report(new Error(`Failed to find the text "${id}". Did you forget to add its area with addEnglish?`));
  return [id];
};
