import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isTimeZone, toInstant, toLocalDay, toWeekday } from '#domain/zoned-time.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Kiritimati'];
const localDay = (date: string) => Date.parse(date) / 86_400_000;
const at = (date: string, hour: number, zone: string) => new Date(toInstant(localDay(date), hour, zone)).toISOString();

describe('An hour of a day in a time zone', () => {
  it.each([
    ['Europe/Berlin', '2026-01-15', 9, '2026-01-15T08:00:00.000Z'],
    ['Europe/Berlin', '2026-07-15', 9, '2026-07-15T07:00:00.000Z'],
    ['America/New_York', '2026-07-15', 18, '2026-07-15T22:00:00.000Z'],
    ['Asia/Kolkata', '2026-07-15', 9, '2026-07-15T03:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-07-15', 0, '2026-07-14T10:00:00.000Z'],
    ['Europe/Berlin', '2026-07-15', 24, '2026-07-15T22:00:00.000Z'],
  ])('of %s on %s at %i is %s', (zone, date, hour, instant) => {
    expect(at(date, hour, zone)).toBe(instant);
  });

  it.each([
    // The clock goes from 2:00 to 3:00.
    ['Europe/Berlin', '2026-03-29', 2, '2026-03-29T01:00:00.000Z'],
    ['America/New_York', '2026-03-08', 2, '2026-03-08T07:00:00.000Z'],
    // From 2:00 to 2:30.
    ['Australia/Lord_Howe', '2026-10-04', 2, '2026-10-03T15:30:00.000Z'],
    // From 0:00 to 1:00.
    ['Africa/Cairo', '2026-04-24', 0, '2026-04-23T22:00:00.000Z'],
  ])('that %s skips on %s, at %i, is the moment of the jump: %s', (zone, date, hour, instant) => {
    expect(at(date, hour, zone)).toBe(instant);
  });

  it.each([
    ['Europe/Berlin', '2026-10-25', 2, '2026-10-25T00:00:00.000Z'],
    ['America/New_York', '2026-11-01', 1, '2026-11-01T05:00:00.000Z'],
    // From 2:00 back to 1:30.
    ['Australia/Lord_Howe', '2026-04-05', 2, '2026-04-04T15:30:00.000Z'],
  ])('that %s shows twice on %s, at %i, is the first of them: %s', (zone, date, hour, instant) => {
    expect(at(date, hour, zone)).toBe(instant);
  });

  it('is of that day and no other, whatever the zone and the day', () => {
    const anyDay = fc.integer({ min: localDay('2020-01-01'), max: localDay('2040-01-01') });
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyDay, fc.integer({ min: 0, max: 23 }), (zone, day, hour) => {
        expect(toLocalDay(toInstant(day, hour, zone), zone)).toBe(day);
      }),
    );
  });

  it('follows the hours before it', () => {
    const anyDay = fc.integer({ min: localDay('2026-01-01'), max: localDay('2028-01-01') });
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyDay, (zone, day) => {
        const hours = Array.from({ length: 25 }, (_, hour) => toInstant(day, hour, zone));
        expect(hours).toEqual(hours.toSorted((one, other) => one - other));
        expect(hours.at(-1)).toBe(toInstant(day + 1, 0, zone));
      }),
    );
  });
});

it('Weekdays go on before 1970 as after', () => {
  expect(['1969-12-31', '1970-01-01', '2026-11-22'].map((date) => toWeekday(localDay(date)))).toEqual([
    'wed',
    'thu',
    'sun',
  ]);
});

it('A time zone is one that the runtime knows', () => {
  expect(['Europe/Warsaw', 'UTC', 'Mars/Olympus', '', 'CET; drop table'].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
