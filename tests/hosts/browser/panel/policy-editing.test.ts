import { expect, test } from 'vitest';

import { settingNames } from '#contract/settings.ts';
import { readSetting, writeSetting } from '#hosts/browser/panel/policy/setting-path.ts';
import { settingTable } from '#hosts/browser/panel/policy/setting-table.ts';
import { parseScheduleLine, toWords } from '#hosts/browser/panel/policy/value-words.ts';

const schedule = { weekdays: ['mon', 'fri'], fromHour: 9, toHour: 18, timeZone: 'Europe/Warsaw', repetitions: 3 };

test('One value is put into a level, and the rest of the level stays', () => {
  const level = { autoOpen: true, consent: { on: true } };
  expect(writeSetting(level, 'chat', false)).toEqual({ ...level, chat: false });
  expect(writeSetting(level, 'consent.text', 'May we?')).toEqual({ ...level, consent: { on: true, text: 'May we?' } });
});

test('A value taken away makes the level inherit it, and leaves no empty group behind', () => {
  const level = { autoOpen: true, consent: { on: true, text: 'May we?' } };
  expect(writeSetting(level, 'autoOpen', undefined)).toEqual({ consent: level.consent });
  expect(writeSetting({ consent: { on: true } }, 'consent.on', undefined)).toEqual({});
});

test('What is no value is refused, and says for which setting', () => {
  expect(() => writeSetting({}, 'branding.primaryColor', 'green')).toThrow('no value for branding.primaryColor');
  expect(() => writeSetting({}, 'accessDuration', Number(''))).toThrow('no value for accessDuration');
});

test('A value is read by its name, an inherited one is undefined', () => {
  const level = { autoOpen: false, reminders: { on: true } };
  expect(readSetting(level, 'autoOpen')).toBe(false);
  expect(readSetting(level, 'reminders.on')).toBe(true);
  expect(readSetting(level, 'reminders.schedule')).toBeUndefined();
  expect(readSetting(level, 'branding.logo')).toBeUndefined();
});

test('Every setting that QA may type in is written back as it is read', () => {
  const values: Record<string, unknown> = {
    'cookieDisclaimer.revision': 2,
    accessDuration: 30,
    'reminders.schedule': schedule,
  };
  for (const name of settingNames) {
    const { editor } = settingTable[name];
    if (editor.kind !== 'typed') continue;
    const value = values[name] ?? '#0e5c63';
    expect(editor.parse(editor.toText(value)), name).toEqual(value);
    expect(readSetting(writeSetting({}, name, value), name), name).toEqual(value);
  }
});

test.each([
  [true, 'on'],
  [false, 'off'],
  [null, 'none'],
  [[], 'none'],
  [['one', 'two'], 'one · two'],
  [{ level: 'full-until', days: 3 }, 'full-until, 3 days'],
  [schedule, 'mon fri 9-18 Europe/Warsaw 3x'],
])('%j reads “%s”', (value, words) => {
  expect(toWords(value)).toBe(words);
});

test('A line that is no schedule is none', () => {
  expect(parseScheduleLine('every day at nine')).toBeUndefined();
});
