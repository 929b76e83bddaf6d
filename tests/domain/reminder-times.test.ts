import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { weekdaySchema } from '#contract/settings.ts';
import { resolveNextReminder } from '#domain/reminder-times.ts';
import { toLocalDay, toWeekday } from '#domain/zoned-time.ts';

type Schedule = Parameters<typeof resolveNextReminder>[0];
const workdays: Schedule = {
  weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
  fromHour: 9,
  toHour: 18,
  timeZone: 'Europe/Berlin',
  repetitions: 3,
};
const every: Schedule['weekdays'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** When the next reminder goes to somebody who last heard from us at `lastContact`, asked at `now`. */
const next = (lastContact: string, now = lastContact, schedule = workdays): string | null => {
  const at = resolveNextReminder(schedule, { lastContactAt: Date.parse(lastContact), now: Date.parse(now) });
  return at === null ? null : new Date(at).toISOString();
};

describe('A reminder', () => {
  it('goes out when the hours of the next day begin', () => {
    expect(next('2026-11-23T10:00Z')).toBe('2026-11-24T08:00:00.000Z');
    expect(next('2026-11-23T04:00Z')).toBe('2026-11-24T08:00:00.000Z');
  });

  it('counts days by the clock of the business', () => {
    // 0:30 in Berlin: a day later than in UTC.
    expect(next('2026-11-23T23:30Z')).toBe('2026-11-25T08:00:00.000Z');
    expect(next('2026-11-23T23:30Z', undefined, { ...workdays, timeZone: 'UTC' })).toBe('2026-11-24T09:00:00.000Z');
  });

  it('waits for a weekday that is allowed', () => {
    expect(next('2026-11-20T10:00Z')).toBe('2026-11-23T08:00:00.000Z');
    expect(next('2026-11-23T10:00Z', undefined, { ...workdays, weekdays: ['mon'] })).toBe('2026-11-30T08:00:00.000Z');
  });

  it('is due at once while its hours last, and on another day after', () => {
    expect(next('2026-11-23T10:00Z', '2026-11-24T16:59Z')).toBe('2026-11-24T16:59:00.000Z');
    expect(next('2026-11-23T10:00Z', '2026-11-24T17:00Z')).toBe('2026-11-25T08:00:00.000Z');
  });

  it('keeps to the hours of the business when clocks are changed', () => {
    expect(next('2026-03-27T10:00Z', undefined, { ...workdays, weekdays: every })).toBe('2026-03-28T08:00:00.000Z');
    expect(next('2026-03-28T10:00Z', undefined, { ...workdays, weekdays: every })).toBe('2026-03-29T07:00:00.000Z');
    expect(next('2026-10-24T10:00Z', undefined, { ...workdays, weekdays: every })).toBe('2026-10-25T08:00:00.000Z');
  });

  it('is left to the next day where the clock jumps over its hours', () => {
    const night: Schedule = { ...workdays, weekdays: every, fromHour: 2, toHour: 3 };
    expect(next('2026-03-28T10:00Z', undefined, night)).toBe('2026-03-30T00:00:00.000Z');
  });

  it('is not lost for a wrong clock, a zone that nobody knows, or hours that end before they start', () => {
    expect(next('2027-11-23T10:00Z', '2026-11-23T10:00Z')).toBe('2026-11-23T10:00:00.000Z');
    expect(next('2026-11-23T10:01Z', '2026-11-23T10:00Z')).toBe('2026-11-24T08:00:00.000Z');
    expect(next('2026-11-23T10:00Z', undefined, { ...workdays, timeZone: 'Mars/Olympus' })).toBe(
      '2026-11-24T09:00:00.000Z',
    );
    const late: Schedule = { ...workdays, fromHour: 18, toHour: 9 };
    expect(next('2026-11-23T10:00Z', '2026-11-24T22:59Z', late)).toBe('2026-11-24T22:59:00.000Z');
  });

  it('has no day where no weekday is left', () => {
    expect(next('2026-11-23T10:00Z', undefined, { ...workdays, weekdays: [] })).toBeNull();
  });

  it('comes within its hours, on its weekdays, on a later day than the last contact, never in the past', () => {
    const schedules = fc.record({
      weekdays: fc.uniqueArray(fc.constantFrom(...weekdaySchema.options), { minLength: 1 }),
      fromHour: fc.integer({ min: 0, max: 24 }),
      toHour: fc.integer({ min: 0, max: 24 }),
      timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'),
      repetitions: fc.constant(3),
    });
    const instants = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2028, 0) });
    fc.assert(
      fc.property(schedules, instants, fc.integer({ min: 0, max: 9e8 }), (schedule, lastContactAt, later) => {
        const now = lastContactAt + later;
        const at = resolveNextReminder(schedule, { lastContactAt, now });
        if (at === null) throw new Error('There is always a next one.');
        const { timeZone } = schedule;
        const clock = new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' });
        const hour = Number(clock.format(at));
        const fromHour = Math.min(schedule.fromHour, 23);
        expect(at).toBeGreaterThanOrEqual(now);
        expect(schedule.weekdays).toContain(toWeekday(toLocalDay(at, timeZone)));
        expect(toLocalDay(at, timeZone)).toBeGreaterThan(toLocalDay(lastContactAt, timeZone));
        expect(hour).toBeGreaterThanOrEqual(fromHour);
        expect(hour).toBeLessThan(schedule.toHour > fromHour ? schedule.toHour : 24);
        // Asked again at that moment, it is due.
        expect(resolveNextReminder(schedule, { lastContactAt, now: at })).toBe(at);
      }),
      { numRuns: 300 },
    );
  });
});
