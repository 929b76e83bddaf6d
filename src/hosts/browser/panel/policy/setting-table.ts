/** Every setting with what QA calls it and how it is edited; total over the settings, so none can be forgotten. */
import type { SettingName } from '#contract/settings.ts';
import { parseScheduleLine, toWords } from '#hosts/browser/panel/policy/value-words.ts';

export type TypedEditor = {
  kind: 'typed';
  input: 'line' | 'lines' | 'number';
  /** Shown while nothing is typed, which inherits. */
  example?: string;
  toText: (value: unknown) => string;
  /** @throws {Error} in words for QA. */
  parse: (text: string) => unknown;
};
export type Editor =
  | { kind: 'choice'; options: readonly { value: unknown; label: string }[] }
  | { kind: 'end-access' }
  | { kind: 'list' }
  | { kind: 'logo' }
  | TypedEditor;

const toggle: Editor = {
  kind: 'choice',
  options: [
    { value: true, label: 'On' },
    { value: false, label: 'Off' },
  ],
};
const words = (input: 'line' | 'lines', example?: string): Editor => ({
  kind: 'typed',
  input,
  ...(example !== undefined && { example }),
  toText: String,
  parse: (text) => text,
});
const count: Editor = { kind: 'typed', input: 'number', toText: String, parse: Number };
const color = words('line', '#1b57cf');
const schedule: Editor = {
  kind: 'typed',
  input: 'line',
  example: 'mon tue wed 9-18 UTC 3x',
  toText: toWords,
  parse: (text) => {
    const parsed = parseScheduleLine(text);
    if (parsed === undefined) throw new Error('Weekdays, hours, time zone, times: mon tue wed 9-18 UTC 3x');
    return parsed;
  },
};
const reengagement: Editor = {
  kind: 'choice',
  options: [
    { value: 'continue', label: 'Continue' },
    { value: 'start-new', label: 'Start new' },
  ],
};

type Line = { group: string; label: string; editor: Editor };

export const settingTable: Readonly<Record<SettingName, Line>> = {
  autoOpen: { group: 'Entering', label: 'Auto open', editor: toggle },
  'inactiveAgentMessage.on': { group: 'Entering', label: 'Inactive-agent message', editor: toggle },
  'inactiveAgentMessage.text': { group: 'Entering', label: 'Inactive-agent text', editor: words('lines') },
  'cookieDisclaimer.on': { group: 'Entering', label: 'Cookie disclaimer', editor: toggle },
  'cookieDisclaimer.text': { group: 'Entering', label: 'Disclaimer text', editor: words('lines') },
  'cookieDisclaimer.revision': { group: 'Entering', label: 'Disclaimer revision', editor: count },
  'consent.on': { group: 'Entering', label: 'Consent', editor: toggle },
  'consent.text': { group: 'Entering', label: 'Consent text', editor: words('lines') },
  chat: { group: 'In the room', label: 'Chat', editor: toggle },
  attachments: { group: 'In the room', label: 'Attachments', editor: toggle },
  reassign: { group: 'In the room', label: 'Reassign', editor: toggle },
  requireReview: { group: 'In the room', label: 'Require review', editor: toggle },
  signingReasons: { group: 'In the room', label: 'Signing reasons', editor: { kind: 'list' } },
  endAccess: { group: 'Sessions', label: 'Access after the end', editor: { kind: 'end-access' } },
  reengagement: { group: 'Sessions', label: 'Re-engagement', editor: reengagement },
  singleActiveSession: { group: 'Sessions', label: 'Single active session', editor: toggle },
  accessDuration: { group: 'Links and messages', label: 'Access duration, days', editor: count },
  textMessages: { group: 'Links and messages', label: 'Text messages', editor: toggle },
  embeddedSession: { group: 'Links and messages', label: 'Embedded session', editor: toggle },
  copySessionUrl: { group: 'Links and messages', label: 'Copy session URL', editor: toggle },
  'reminders.on': { group: 'Links and messages', label: 'Reminders', editor: toggle },
  'reminders.schedule': { group: 'Links and messages', label: 'Reminder times', editor: schedule },
  allowedOrigins: { group: 'Links and messages', label: 'Allowed origins', editor: { kind: 'list' } },
  'branding.companyName': { group: 'Look', label: 'Company name', editor: words('line', 'Harbour Credit') },
  'branding.logo': { group: 'Look', label: 'Logo', editor: { kind: 'logo' } },
  'branding.primaryColor': { group: 'Look', label: 'Primary colour', editor: color },
  'branding.backgroundColor': { group: 'Look', label: 'Background colour', editor: color },
};
