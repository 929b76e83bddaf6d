/** Turns a catalog of ICU texts into what the browser formats without a parser. Runs while building, never in the browser. */
import { type MessageFormatElement, parse, type PluralOrSelectOption, TYPE } from '@formatjs/icu-messageformat-parser';

import type { Catalog, Message, Options, Part } from '#lib/i18n/message.ts';

export type Texts = Readonly<Record<string, string>>;

/** The styles a text may ask for by name: `{share, number, percent}`, `{when, date, long}`, `{when, time}`. */
const numberStyles: Readonly<Record<string, Intl.NumberFormatOptions>> = {
  '': {},
  integer: { maximumFractionDigits: 0 },
  percent: { style: 'percent' },
};
const dateStyles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  '': { dateStyle: 'medium' },
  short: { dateStyle: 'short' },
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
};
const timeStyles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  '': { timeStyle: 'short' },
  short: { timeStyle: 'short' },
  long: { timeStyle: 'long' },
};

const styleOf = <Style>(styles: Readonly<Record<string, Style>>, style: unknown): Style => {
  const known = typeof style === 'string' || style === null || style === undefined ? styles[style ?? ''] : undefined;
  if (known === undefined) throw new Error(`unknown style; there is ${Object.keys(styles).join(' ')}`);
  return known;
};

const toOptions = (options: Record<string, PluralOrSelectOption>): Options =>
  Object.fromEntries(Object.entries(options).map(([key, { value }]) => [key, value.map(toPart)]));

const toPart = (element: MessageFormatElement): Part => {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.argument:
      return ['value', element.value];
    case TYPE.number:
      return ['number', element.value, styleOf(numberStyles, element.style)];
    case TYPE.date:
      return ['date', element.value, styleOf(dateStyles, element.style)];
    case TYPE.time:
      return ['date', element.value, styleOf(timeStyles, element.style)];
    case TYPE.select:
      return ['select', element.value, toOptions(element.options)];
    case TYPE.plural:
      return ['plural', element.value, toOptions(element.options), element.offset, element.pluralType ?? 'cardinal'];
    case TYPE.pound:
      return ['#'];
    case TYPE.tag:
      return ['tag', element.value, element.children.map(toPart)];
  }
};

/** A text without placeholders stays a string: nothing to format, fewer bytes. */
const compileMessage = (text: string): Message => {
  const parts = parse(text).map(toPart);
  const [first = ''] = parts;
  return parts.length < 2 && typeof first === 'string' ? first : parts;
};

/** A catalog file: one flat object of texts. */
export const parseTexts = (json: string): Texts => {
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('Failed to read a catalog: it is not an object.');
  return Object.fromEntries(
    Object.entries(parsed).map(([id, text]: [string, unknown]) => {
      if (typeof text !== 'string') throw new Error(`Failed to read the text "${id}": it is not a string.`);
      return [id, text];
    }),
  );
};

/** Throws with the id of the text that is not valid ICU. */
export const compileCatalog = (texts: Texts): Catalog =>
  Object.fromEntries(
    Object.entries(texts).map(([id, text]) => {
      try {
        return [id, compileMessage(text)];
      } catch (cause) {
        throw new Error(`Failed to compile the text "${id}": ${text}`, { cause });
      }
    }),
  );
