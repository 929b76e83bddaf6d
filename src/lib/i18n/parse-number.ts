/** Numbers as people write them where they live: "1,234.5", "1.234,5", "1 234,5", "١٬٢٣٤٫٥". */
import { numberFormat } from '#lib/i18n/formatters.ts';

/** Marks of direction, which arrive with pasted text. */
const invisible = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;
const minus = /^[−‐‑–]/u;
const groupingSpace = /(\d)[\s'’](?=\d)/gu;
const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;
/** In threes at the end; in twos before, as in India. */
const grouped = /^[+-]?[1-9]\d{0,2}([.,_])(?:\d{2,3}\1)*\d{3}$/;

/** Decimal digits of other scripts, each block ten in a row from its zero. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10];

const toAsciiDigit = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const zero = zeros.find((start) => code >= start && code < start + 10);
  return zero === undefined ? character : String(code - zero);
};

/** The number a customer meant; null when it is none. */
export function parseNumber(text: string, locale: string): number | null {
  const decimal = readDecimal(text, locale);
  const value = decimal === null ? NaN : Number(decimal);
  return Number.isFinite(value) ? value : null;
}

export const withoutMarks = (text: string): string => text.replaceAll(invisible, '').trim();

/** The same digit by digit, "-1234.50"; nothing is rounded. */
export function readDecimal(text: string, locale: string): string | null {
  const digits = Array.from(withoutMarks(text), toAsciiDigit).join('');
  const ascii = digits.replace(minus, '-').replaceAll(groupingSpace, '$1_').replaceAll('،', ',');
  const arabic = ascii.replaceAll('٬', ',').replaceAll('٫', '.');
  const number = resolveMarks(arabic, arabic === ascii ? readHabits(locale) : arabicMarks);
  return number !== null && plain.test(number) ? number : null;
}

type Habits = { decimal: string; group: string };

/** Arabic's own marks were read as these; typed with a Latin keyboard they are used the same way. */
const arabicMarks: Habits = { decimal: '.', group: ',' };

function readHabits(locale: string): Habits {
  const parts = numberFormat(locale).formatToParts(1_234_567.5);
  const find = (type: 'decimal' | 'group') => parts.find((part) => part.type === type)?.value ?? '';
  return find('decimal') === '٫' ? arabicMarks : { decimal: find('decimal'), group: find('group') };
}

/** Decides which of point and comma is the fraction's, and takes everything else out. Null where grouping makes no sense. */
function resolveMarks(text: string, habits: Habits): string | null {
  const decimal = findDecimalMark(text, habits);
  const [whole = '', ...fraction] = decimal === null ? [text] : text.split(decimal);
  if (fraction.length > 1) return null;
  const ungrouped = /[.,_]/.test(whole) ? ungroup(whole) : whole;
  return ungrouped === null ? null : [ungrouped, ...fraction].join('.');
}

const ungroup = (whole: string): string | null => (grouped.test(whole) ? whole.replaceAll(/[.,_]/g, '') : null);

/**
 * With both marks the last one is the fraction's. With one of them, once, it groups only where it could and the language
 * does so: "1.234" is a thousand in German and a bit more than one in Polish; "12,5" is a fraction everywhere.
 */
function findDecimalMark(text: string, { decimal, group }: Habits): '.' | ',' | null {
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  if (point === -1 && comma === -1) return null;
  if (point !== -1 && comma !== -1) return point > comma ? '.' : ',';
  const mark = point === -1 ? ',' : '.';
  if (text.indexOf(mark) !== text.lastIndexOf(mark)) return null;
  return mark !== decimal && mark === group && grouped.test(text) ? null : mark;
}
