/** Pieces of policy that several scenarios put together. */
import type { FileId } from '#contract/ids.ts';
import type { SettingsLevel } from '#contract/settings.ts';

export const harbourCredit = (logo?: FileId): SettingsLevel => ({
  branding: {
    companyName: 'Harbour Credit',
    primaryColor: '#0e5c63',
    ...(logo && { logo }),
  },
});

export const withDisclaimer = {
  cookieDisclaimer: {
    on: true,
    text: 'We use cookies to keep your place while you are here. We do not use them for advertising.',
    revision: 1,
  },
} satisfies SettingsLevel;

export const withInactiveAgentMessage = {
  inactiveAgentMessage: {
    on: true,
    text: 'Ada is not at her desk right now.\nYou can do everything here without her; she answers messages on working days from 9 to 17.',
  },
} satisfies SettingsLevel;

export const withConsent = {
  consent: {
    on: true,
    text: 'To go on, we need your consent to exchange documents with you electronically.\n\nYou may sign with an electronic signature, which binds you like one on paper. You can ask for paper copies at any time, free of charge.',
  },
} satisfies SettingsLevel;
