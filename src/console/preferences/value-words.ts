/** Values of settings as people read them. */
import * as z from 'zod/mini';

import { endAccessLevelSchema, reengagementSchema, remindersSchema, type SettingName } from '#contract/settings.ts';
import { useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';

const endAccessSchema = z.object({ level: endAccessLevelSchema, days: z.optional(z.number()) });
export const endAccessWords = {
  full: 'console-preferences.value-full',
  'full-until': 'console-preferences.value-full-until',
  limited: 'console-preferences.value-limited',
  none: 'console-preferences.value-none-left',
} as const;
const listSchema = z.array(z.string());

export function useValueWords(): (name: SettingName, value: unknown) => string {
  const text = useText();
  const { list } = useFormat();

  return (name, value) => {
    if (value === null || value === undefined) return text('console-preferences.value-none');
    if (typeof value === 'boolean') return text(value ? 'console-preferences.on' : 'console-preferences.off');
    if (name === 'branding.logo') return text('console-preferences.value-picture');
    if (name === 'accessDuration') return text('console-preferences.value-days', { days: Number(value) });
    const reengagement = reengagementSchema.safeParse(value).data;
    if (reengagement) return text(`console-preferences.value-${reengagement}`);
    const endAccess = endAccessSchema.safeParse(value).data;
    if (endAccess) {
      const words = text(endAccessWords[endAccess.level]);
      return endAccess.days === undefined
        ? words
        : text('console-preferences.value-for-days', { words, days: endAccess.days });
    }
    const schedule = remindersSchema.safeParse(value).data;
    if (schedule) {
      const { weekdays, ...times } = schedule;
      const days = list(weekdays.map((day) => text(`console-preferences.${day}`)));
      return text('console-preferences.value-schedule', { ...times, days });
    }
    const lines = listSchema.safeParse(value).data;
    if (lines) return lines.length === 0 ? text('console-preferences.value-none') : lines.join(' · ');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  };
}
