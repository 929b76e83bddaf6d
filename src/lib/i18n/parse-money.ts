/** Amounts as people write them where they live, digit by digit: no fraction of a cent comes or goes. */
import { numberFormat } from '#lib/i18n/formatters.ts';
import { readDecimal, withoutMarks } from '#lib/i18n/parse-number.ts';

/** Digits after the decimal mark: two for pounds, none for yen, three for dinars. */
export const currencyDigits = (currency: string): number =>
  numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Longer ones are no amounts, and would not be exact. */
const mostDigits = 15;

/** Minor units; null when it is no amount of this currency. Its sign or code may stand before or after. */
export function parseMoney(text: string, currency: string, locale: string): number | null {
  const decimal = readDecimal(withoutCurrency(withoutMarks(text), currency, locale), locale);
  const [, whole = '', fraction = ''] = /^\+?(\d*)\.?(\d*)$/.exec(decimal ?? '-') ?? [];
  const digits = currencyDigits(currency);
  if (whole + fraction === '' || fraction.length > digits) return null;
  const minorUnits = whole + fraction.padEnd(digits, '0');
  return minorUnits.length > mostDigits ? null : Number(minorUnits);
}

/** As it is typed: "1250.50", "1250,50". */
export function writeMoney(minorUnits: number, currency: string, locale: string): string {
  const digits = currencyDigits(currency);
  const options = { useGrouping: false, minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(locale, options).format(minorUnits / 10 ** digits);
}

/** "£", "GBP", "zł" as the language writes it. */
export const currencySign = (currency: string, locale: string, display: 'narrowSymbol' | 'symbol' = 'symbol'): string =>
  numberFormat(locale, { style: 'currency', currency, currencyDisplay: display })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

function withoutCurrency(text: string, currency: string, locale: string): string {
  const signs = [currencySign(currency, locale), currencySign(currency, locale, 'narrowSymbol'), currency];
  const written = text.toUpperCase();
  const sign = signs
    .map((one) => withoutMarks(one).toUpperCase())
    .find((one) => written.startsWith(one) || written.endsWith(one));
  if (sign === undefined) return text;
  return written.startsWith(sign) ? text.slice(sign.length) : text.slice(0, -sign.length);
}
