/**
 * When a customer is reminded of unfinished business (product.md 3, `reminders`): on the given weekdays, between the given hours of
 * the business's time zone, at most once a day, and never on the day they heard from the business or were there. The backend asks
 * when a session wants to be woken, and again when it is.
 */
import type { Policy } from '#contract/policy.ts';
import { isTimeZone, toInstant, toLocalDay, toWeekday } from '#domain/zoned-time.ts';

type Schedule = Policy['reminders']['schedule'];

/** `lastContactAt`: when the customer heard from us or did something. */
type Moment = { lastContactAt: number; now: number };

/**
 * The first moment from `now` on; `now` itself when it is time. Null when there is no weekday to do it. Total: a time zone that the
 * runtime does not know counts as UTC, hours that end before they start last until midnight.
 */
export function resolveNextReminder(schedule: Schedule, { lastContactAt, now }: Moment): number | null {
  const timeZone = isTimeZone(schedule.timeZone) ? schedule.timeZone : 'UTC';
  const fromHour = Math.min(schedule.fromHour, 23);
  const toHour = schedule.toHour > fromHour ? schedule.toHour : 24;
  const today = toLocalDay(now, timeZone);
  const dayAfter = toLocalDay(lastContactAt, timeZone) + 1;
  // Note: clocks may differ a little; a contact further in the future is one of a wrong clock, and would be waited for in vain.
  const firstDay = dayAfter > today + 2 ? today : Math.max(dayAfter, today);
  // Note: two weeks, because the hours of a whole day may be over, or skipped when clocks are changed.
  for (let day = firstDay; day < firstDay + 14; day += 1) {
    if (!schedule.weekdays.includes(toWeekday(day))) continue;
    const opens = toInstant(day, fromHour, timeZone);
    const closes = toInstant(day, toHour, timeZone);
    if (opens < closes && now < closes) return Math.max(now, opens);
  }
  return null;
}
