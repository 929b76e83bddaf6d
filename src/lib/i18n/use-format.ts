import { dateTimeFormat, listFormat, numberFormat } from '#lib/i18n/formatters.ts';
import { useI18n } from '#lib/i18n/i18n-provider.tsx';

/** ISO instant, ISO calendar date (`2026-11-22`) or milliseconds. */
type Moment = string | number | Date;

const calendarDate = /^\d{4}-\d{2}-\d{2}$/;

/** Note: a calendar date has no zone; read in the customer's it would be the day before west of Greenwich. */
const zoneOf = (moment: Moment, timeZone: string | undefined) => {
  if (typeof moment === 'string' && calendarDate.test(moment)) return { timeZone: 'UTC' };
  return timeZone === undefined ? {} : { timeZone };
};

const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

const toSize = (bytes: number) => {
  // Note: 999,500 is already "1 MB", or rounding would make it "1,000 kB".
  const power = [1_000, 999_500, 999_950_000].filter((limit) => bytes >= limit).length;
  return { value: bytes / 1000 ** power, unit: sizeUnits[power] ?? 'byte' };
};

/** Dates, times, numbers, money, sizes and lists as the customer writes them. */
export const useFormat = () => {
  const { locale, timeZone, direction } = useI18n().state.speech;

  const dateTime = (moment: Moment, options: Intl.DateTimeFormatOptions): string => {
    const date = new Date(moment);
    if (Number.isNaN(date.getTime())) return String(moment);
    return dateTimeFormat(locale, { ...options, ...zoneOf(moment, timeZone) }).format(date);
  };

  return {
    /** "22 November 2026" */
    date: (moment: Moment) => dateTime(moment, { dateStyle: 'long' }),
    /** "22 Nov 2026" */
    shortDate: (moment: Moment) => dateTime(moment, { dateStyle: 'medium' }),
    /** "14:02" */
    time: (moment: Moment) => dateTime(moment, { timeStyle: 'short' }),
    /** "22 Nov 2026, 14:02" */
    dateTime: (moment: Moment) => dateTime(moment, { dateStyle: 'medium', timeStyle: 'short' }),
    /** With seconds and the zone, for receipts and audit trails. */
    exactTime: (moment: Moment) => dateTime(moment, { dateStyle: 'medium', timeStyle: 'long' }),
    number: (value: number, options?: Intl.NumberFormatOptions) => numberFormat(locale, options).format(value),
    /** `fraction` from 0 to 1. */
    percent: (fraction: number) => numberFormat(locale, { style: 'percent' }).format(fraction),
    money: ({ minorUnits, currency }: { minorUnits: number; currency: string }): string => {
      const format = numberFormat(locale, { style: 'currency', currency });
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
      const amount = minorUnits / 10 ** digits;
      if (direction === 'ltr') return format.format(amount);
      // Note: from right to left "UK£" would be read as "£UK".
      return format
        .formatToParts(amount)
        .map(({ type, value }) => (type === 'currency' ? `\u2068${value}\u2069` : value))
        .join('');
    },
    /** "512 bytes", "84 kB", "2.4 MB"; 1 kB = 1,000 bytes. */
    fileSize: (bytes: number): string => {
      const { value, unit } = toSize(bytes);
      return numberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumFractionDigits: unit === 'byte' || unit === 'kilobyte' ? 0 : 1,
      }).format(value);
    },
    list: (items: readonly string[]) => listFormat(locale, { type: 'conjunction' }).format(items),
  };
};
