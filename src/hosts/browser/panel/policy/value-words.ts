/** Values of settings as QA reads and types them. */
import * as z from 'zod/mini';

import { remindersSchema } from '#contract/settings.ts';

const endAccessSchema = z.object({ level: z.string(), days: z.optional(z.number()) });

/** One line for anything a setting can be. */
export function toWords(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(String).join(' · ');
  const endAccess = endAccessSchema.safeParse(value);
  if (endAccess.success) {
    const { level, days } = endAccess.data;
    return days === undefined ? level : `${level}, ${days} days`;
  }
  const schedule = remindersSchema.safeParse(value);
  if (schedule.success) return toScheduleLine(schedule.data);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `mon tue 9-18 UTC 3x`. */
function toScheduleLine({
  weekdays,
  fromHour,
  toHour,
  timeZone,
  repetitions,
}: z.infer<typeof remindersSchema>): string {
  return `${weekdays.join(' ')} ${fromHour}-${toHour} ${timeZone} ${repetitions}x`;
}

const schedulePattern = /^\s*([a-z ]+?)\s+(\d+)-(\d+)\s+(\S+)\s+(\d+)x\s*$/;

/** Undefined when the line is no schedule. */
export function parseScheduleLine(line: string): unknown {
  const [, weekdays, from, to, timeZone, repetitions] = schedulePattern.exec(line) ?? [];
  if (weekdays === undefined) return undefined;
  return {
    weekdays: weekdays.split(/\s+/),
    fromHour: Number(from),
    toHour: Number(to),
    timeZone,
    repetitions: Number(repetitions),
  };
}
