/** An administrator turns every setting of a level, each by the control that the console has for it. */
import { expect, type Page } from '@playwright/test';
import * as z from 'zod/mini';

import {
  endAccessLevelSchema,
  reengagementSchema,
  remindersSchema,
  type SettingName,
  settingNames,
} from '#contract/settings.ts';
import { settingTable } from '#console/preferences/setting-table.ts';
import { createSay } from '#tests/browser/support/catalog.ts';
import { type LookName, looks } from '#tests/browser/support/settings/looks.ts';

type Hand = (admin: Page, name: SettingName, value: unknown) => Promise<void>;

const say = createSay('en');
const endAccessSchema = z.object({ level: endAccessLevelSchema });
const labelOf = (name: SettingName) => say(settingTable[name].label);
const group = (admin: Page, name: SettingName) => admin.getByRole('group', { name: labelOf(name), exact: true });

async function press(admin: Page, name: SettingName, words: string): Promise<void> {
  const button = group(admin, name).getByRole('button', { name: words, exact: true });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
}

/** Note: of all that is typed one thing at a time waits to be saved. */
async function finish(admin: Page): Promise<void> {
  const done = admin.getByRole('button', { name: 'Done' });
  await done.click();
  await expect(done).toBeHidden();
}

const toggle: Hand = (admin, name, value) => press(admin, name, value === true ? 'On' : 'Off');

const typed: Hand = async (admin, name, value) => {
  const field = admin.getByRole('textbox', { name: labelOf(name), exact: true });
  await field.fill(String(value));
  await field.press('Enter');
};

/** What is said once something is on can be said only then. */
const whileOn =
  (toggled: SettingName, hand: Hand): Hand =>
  async (admin, name, value) => {
    await press(admin, toggled, 'On');
    await hand(admin, name, value);
  };

const message: Hand = async (admin, name, value) => {
  await admin.getByRole('textbox', { name: labelOf(name) }).fill(String(value));
  await finish(admin);
};

const list =
  (lines: string): Hand =>
  async (admin, name, value) => {
    await press(admin, name, 'A list of its own');
    await admin.getByRole('textbox', { name: lines }).fill(Array.isArray(value) ? value.join('\n') : '');
    await finish(admin);
  };

const reengagement: Hand = (admin, name, value) =>
  press(admin, name, say(`console-preferences.value-${reengagementSchema.parse(value)}`));

const endAccess: Hand = async (admin, name, value) => {
  const { level } = endAccessSchema.parse(value);
  const words = say(`console-preferences.value-${level === 'none' ? 'none-left' : level}`);
  await admin.getByRole('combobox', { name: labelOf(name) }).selectOption({ label: words });
  await finish(admin);
};

const schedule: Hand = async (admin, name, value) => {
  const { weekdays, fromHour, toHour, timeZone, repetitions } = remindersSchema.parse(value);
  for (const weekday of ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const) {
    const day = group(admin, name).getByRole('checkbox', { name: say(`console-preferences.${weekday}`) });
    await day.setChecked(weekdays.includes(weekday));
  }
  for (const [label, choice] of [
    ['From hour', fromHour],
    ['To hour', toHour],
    ['Time zone', timeZone],
    ['At most how often', repetitions],
  ] as const) {
    await admin.getByRole('combobox', { name: label }).selectOption(String(choice));
  }
  await finish(admin);
};

const picture: Hand = async (admin, name, value) => {
  if (!(value instanceof Uint8Array)) throw new Error('Failed to choose a logo: there is no picture.');
  const file = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(value) };
  await admin.getByLabel(labelOf(name), { exact: true }).setInputFiles(file);
};

const hands: Readonly<Record<SettingName, Hand>> = {
  reengagement,
  singleActiveSession: toggle,
  'inactiveAgentMessage.on': toggle,
  'inactiveAgentMessage.text': whileOn('inactiveAgentMessage.on', message),
  'cookieDisclaimer.on': toggle,
  'cookieDisclaimer.text': whileOn('cookieDisclaimer.on', message),
  'cookieDisclaimer.revision': whileOn('cookieDisclaimer.on', typed),
  autoOpen: toggle,
  embeddedSession: toggle,
  copySessionUrl: toggle,
  textMessages: toggle,
  accessDuration: typed,
  'consent.on': toggle,
  'consent.text': whileOn('consent.on', message),
  chat: toggle,
  attachments: toggle,
  requireReview: toggle,
  signingReasons: list('Reasons, one on each line'),
  reassign: toggle,
  endAccess,
  'reminders.on': toggle,
  'reminders.schedule': schedule,
  'branding.companyName': typed,
  'branding.logo': picture,
  'branding.primaryColor': typed,
  'branding.backgroundColor': typed,
  allowedOrigins: list('Addresses, one on each line'),
};

/** On the page of the level. What is only there while something is on comes before that is turned off. */
export async function turnEverySetting(admin: Page, look: LookName): Promise<void> {
  const inOrder = settingNames.toSorted((a, b) => Number(a.endsWith('.on')) - Number(b.endsWith('.on')));
  for (const name of inOrder) await hands[name](admin, name, looks[name][look]);
}
