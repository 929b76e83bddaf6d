/**
 * Puts values into a compiled text. The compiler knows ICU and `Intl` the languages; what is left is to walk through the parts. A test holds
 * it to what `intl-messageformat` makes of every text there is. Dates are put in as words (`use-format.ts`).
 */
import {
  isArgumentElement,
  isLiteralElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  type PluralElement,
} from '@formatjs/icu-messageformat-parser/no-parser.js';
import type { ReactElement, ReactNode } from 'react';

import { numberFormat, pluralRules } from '#lib/i18n/formatters.ts';

/** Elements stand in for `{name}`, functions for `<name>…</name>`. */
export type PartValues = Readonly<
  Record<string, string | number | ReactElement | ((children: ReactNode[]) => ReactNode)>
>;

type Saying = {
  locale: string;
  values: PartValues;
  /** What `#` stands for, inside a plural. */
  count?: number;
};

/** @throws when a value is missing, or is not what the text needs. */
export const formatParts = (parts: readonly MessageFormatElement[], saying: Saying): ReactNode[] =>
  joinWords(parts.flatMap((part) => formatPart(part, saying)));

function formatPart(part: MessageFormatElement, saying: Saying): ReactNode[] {
  const { locale, values, count = 0 } = saying;
  if (isLiteralElement(part)) return [part.value];
  if (isPoundElement(part)) return [numberFormat(locale).format(count)];

  const value = values[part.value];
  if (isTagElement(part) && typeof value === 'function') return [value(formatParts(part.children, saying))];
  if (typeof value === 'number') {
    if (isNumberElement(part))
      return [numberFormat(locale, part.style === 'percent' ? percent : undefined).format(value)];
    if (isPluralElement(part)) {
      const left = value - part.offset;
      const form = pluralRules(locale, { type: part.pluralType }).select(left);
      return formatCase(part.options, [`=${value}`, form], { ...saying, count: left });
    }
  }
  const word = typeof value === 'number' ? String(value) : value;
  if (isArgumentElement(part) && (typeof word === 'string' || typeof word === 'object')) return [word];
  if (isSelectElement(part) && typeof word === 'string') return formatCase(part.options, [word], saying);
  throw new TypeError(`The value for {${part.value}} is missing, or is none that fits.`);
}

const percent: Intl.NumberFormatOptions = { style: 'percent' };

/** The first of these cases that the text has; "other" when it has none. */
function formatCase(options: PluralElement['options'], names: readonly string[], saying: Saying): ReactNode[] {
  const name = names.find((one) => Object.hasOwn(options, one)) ?? 'other';
  return formatParts(options[name]?.value ?? [], saying);
}

/** Neighbouring words are one text on the page. */
const joinWords = (nodes: readonly ReactNode[]): ReactNode[] =>
  nodes.reduce<ReactNode[]>((joined, node) => {
    const last = joined.at(-1);
    if (typeof last === 'string' && typeof node === 'string') joined[joined.length - 1] = last + node;
    else joined.push(node);
    return joined;
  }, []);
