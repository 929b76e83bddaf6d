/** Every setting with its group, its name and what it does; total over the settings, so none can be forgotten. */
import type { SettingName } from '#contract/settings.ts';
import type { TextId } from '#lib/i18n/message.ts';

export const groups = ['entering', 'room', 'sessions', 'messages', 'look'] as const;
export type Group = (typeof groups)[number];

type Line = { group: Group; label: TextId; hint?: TextId };

export const settingTable: Readonly<Record<SettingName, Line>> = {
  autoOpen: { group: 'entering', label: 'console-preferences.auto-open', hint: 'console-preferences.auto-open-hint' },
  'inactiveAgentMessage.on': {
    group: 'entering',
    label: 'console-preferences.inactive-agent',
    hint: 'console-preferences.inactive-agent-hint',
  },
  'inactiveAgentMessage.text': { group: 'entering', label: 'console-preferences.inactive-agent-text' },
  'cookieDisclaimer.on': {
    group: 'entering',
    label: 'console-preferences.cookies',
    hint: 'console-preferences.cookies-hint',
  },
  'cookieDisclaimer.text': { group: 'entering', label: 'console-preferences.cookies-text' },
  'cookieDisclaimer.revision': {
    group: 'entering',
    label: 'console-preferences.cookies-revision',
    hint: 'console-preferences.cookies-revision-hint',
  },
  'consent.on': { group: 'entering', label: 'console-preferences.consent', hint: 'console-preferences.consent-hint' },
  'consent.text': { group: 'entering', label: 'console-preferences.consent-text' },
  chat: { group: 'room', label: 'console-preferences.chat', hint: 'console-preferences.chat-hint' },
  attachments: {
    group: 'room',
    label: 'console-preferences.attachments',
    hint: 'console-preferences.attachments-hint',
  },
  requireReview: {
    group: 'room',
    label: 'console-preferences.require-review',
    hint: 'console-preferences.require-review-hint',
  },
  signingReasons: {
    group: 'room',
    label: 'console-preferences.signing-reasons',
    hint: 'console-preferences.signing-reasons-hint',
  },
  reassign: { group: 'room', label: 'console-preferences.reassign', hint: 'console-preferences.reassign-hint' },
  reengagement: {
    group: 'sessions',
    label: 'console-preferences.reengagement',
    hint: 'console-preferences.reengagement-hint',
  },
  singleActiveSession: {
    group: 'sessions',
    label: 'console-preferences.single-active',
    hint: 'console-preferences.single-active-hint',
  },
  accessDuration: {
    group: 'sessions',
    label: 'console-preferences.access-duration',
    hint: 'console-preferences.access-duration-hint',
  },
  endAccess: {
    group: 'sessions',
    label: 'console-preferences.end-access',
    hint: 'console-preferences.end-access-hint',
  },
  textMessages: {
    group: 'messages',
    label: 'console-preferences.text-messages',
    hint: 'console-preferences.text-messages-hint',
  },
  embeddedSession: {
    group: 'messages',
    label: 'console-preferences.embedded',
    hint: 'console-preferences.embedded-hint',
  },
  copySessionUrl: {
    group: 'messages',
    label: 'console-preferences.copy-url',
    hint: 'console-preferences.copy-url-hint',
  },
  allowedOrigins: {
    group: 'messages',
    label: 'console-preferences.allowed-origins',
    hint: 'console-preferences.allowed-origins-hint',
  },
  'reminders.on': {
    group: 'messages',
    label: 'console-preferences.reminders',
    hint: 'console-preferences.reminders-hint',
  },
  'reminders.schedule': { group: 'messages', label: 'console-preferences.reminder-times' },
  'branding.companyName': { group: 'look', label: 'console-preferences.company-name' },
  'branding.logo': { group: 'look', label: 'console-preferences.logo', hint: 'console-preferences.logo-hint' },
  'branding.primaryColor': { group: 'look', label: 'console-preferences.primary-color' },
  'branding.backgroundColor': { group: 'look', label: 'console-preferences.background-color' },
};
