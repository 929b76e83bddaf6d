/**
 * Days and hours as a time zone's own clocks and calendars tell them, by the zones that the runtime knows. Days are numbered like
 * UTC's since 1 January 1970, so that they can be counted; what the clock skips or shows twice is settled here, once.
 */
const hour = 60 * 60 * 1_000;
const day = 24 * hour;

const clocks = new Map<string, Intl.DateTimeFormat>();

const createClock = (timeZone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });

/** Making one is slow: one a zone. @throws {RangeError} for a zone that the runtime does not know. */
function findClock(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? createClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

export function isTimeZone(name: string): boolean {
  try {
    findClock(name);
    return true;
  } catch {
    return false;
  }
}

/** What the zone's clock shows at this instant, as milliseconds, as if it were UTC. */
function readClock(at: number, timeZone: string): number {
  const parts = Object.fromEntries(
    findClock(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const readOffset = (at: number, timeZone: string) => readClock(at, timeZone) - Math.floor(at / 1_000) * 1_000;

/** The number of the zone's own day at this instant. */
export const toLocalDay = (at: number, timeZone: string): number => Math.floor(readClock(at, timeZone) / day);

const weekdays = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const;
type Weekday = (typeof weekdays)[number];

/** 1 January 1970 was a Thursday. */
export const toWeekday = (localDay: number): Weekday => weekdays[((localDay % 7) + 7) % 7] ?? 'thu';

/**
 * When the zone's clock shows this hour (0 to 24) of this day. An hour that is shown twice is the first of the two; one that is
 * skipped is the moment at which the clock jumps over it.
 */
export function toInstant(localDay: number, hourOfDay: number, timeZone: string): number {
  const shown = localDay * day + hourOfDay * hour;
  // Note: no zone is more than 14 hours from UTC, so the clock is changed at most once between these two.
  const before = shown - readOffset(shown - day, timeZone);
  const after = shown - readOffset(shown + day, timeZone);
  const [first] = [before, after]
    .filter((at) => readClock(at, timeZone) === shown)
    .toSorted((one, other) => one - other);
  return first ?? before;
}
