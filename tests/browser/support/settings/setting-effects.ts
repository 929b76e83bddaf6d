/** How each setting is felt: by the customer on the way through a session, or by the agent who starts it. */
import { expect, type Page, type Response } from '@playwright/test';

import type { StartedSession } from '#contract/agent.ts';
import type { ListedMessage } from '#contract/outbox.ts';
import type { SettingName } from '#contract/settings.ts';
import { heading } from '#tests/browser/support/customer.ts';
import type { HostKind } from '#tests/browser/support/host.ts';
import { looks, type LookName } from '#tests/browser/support/settings/looks.ts';
import type { World } from '#tests/browser/support/world.ts';

/** When it is felt, in this order. */
export const moments = [
  'started',
  'entering',
  'inside',
  'acknowledged',
  'room',
  'writing',
  'signing',
  'later',
  'ended',
] as const;
export type Moment = (typeof moments)[number];

export type Walk = {
  look: LookName;
  page: Page;
  world: World;
  hostKind: HostKind;
  url: string;
  /** By an agent, for a customer who had a session already. */
  started: StartedSession;
  /** Codes of what the agent tried besides: `ok`, or why not. */
  another: string;
  byText: string;
  invitations: readonly ListedMessage[];
  /** What was sent by now to the customer of the session before. */
  readSent: () => Promise<ListedMessage[]>;
  /** The page of the link, as it came. */
  response: Response | null;
};

type Effect = { at: Moment; see: (walk: Walk, value: unknown) => Promise<void> };

const isOn = ({ look }: Walk) => look === 'one';
const count = (is: boolean) => (is ? 1 : 0);
const toRgb = (color: unknown) =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(String(color).slice(at, at + 2), 16)).join(', ')})`;

const seeNotice = (walk: Walk, name: string, text: unknown = '') => {
  const notice = walk.page.getByRole('region', { name, exact: true });
  return isOn(walk) ? expect(notice).toContainText(String(text)) : expect(notice).toHaveCount(0);
};
const seeReminders = async (walk: Walk) => {
  const readTimes = async () =>
    (await walk.readSent()).flatMap(({ kind, createdAt }) => (kind === 'reminder' ? [createdAt] : []));
  await expect.poll(readTimes).toHaveLength(count(isOn(walk)));
};

export const settingEffects: Readonly<Record<SettingName, Effect>> = {
  singleActiveSession: {
    at: 'started',
    see: async (walk) => expect(walk.another).toBe(isOn(walk) ? 'active-session-exists' : 'ok'),
  },
  textMessages: {
    at: 'started',
    see: async (walk) => expect(walk.byText).toBe(isOn(walk) ? 'ok' : 'channel-not-allowed'),
  },
  embeddedSession: {
    at: 'started',
    see: async (walk, isEmbedded) => expect(walk.invitations.length === 0).toBe(isEmbedded),
  },
  copySessionUrl: { at: 'started', see: async ({ started }, isTold) => expect(started.url !== null).toBe(isTold) },

  /** Note: nobody frames a page on the mock backend, which has no headers of its own. */
  allowedOrigins: {
    at: 'entering',
    see: async ({ response, hostKind }, origins) => {
      if (hostKind === 'qa') return;
      const policy = (await response?.headerValue('content-security-policy')) ?? '';
      expect(/frame-ancestors ([^;]*)/.exec(policy)?.[1]).toBe(String(origins));
    },
  },
  'consent.on': {
    at: 'entering',
    see: (walk) => expect(heading(walk.page, isOn(walk) ? 'Before you start' : 'One thing to do')).toBeVisible(),
  },
  'consent.text': {
    at: 'entering',
    see: (walk, text) => expect(walk.page.getByText(String(text))).toHaveCount(count(isOn(walk))),
  },
  'branding.companyName': {
    at: 'entering',
    see: ({ page }, name) => expect(page.getByRole('img', { name: String(name), exact: true })).toBeVisible(),
  },
  'branding.logo': {
    at: 'entering',
    see: async ({ page, look }) => {
      const logo = page.getByRole('img', { name: String(looks['branding.companyName'][look]), exact: true });
      await expect(logo).toHaveJSProperty('naturalWidth', look === 'one' ? 60 : 30);
    },
  },
  'branding.primaryColor': {
    at: 'entering',
    see: ({ page }, color) =>
      expect(page.locator('main [data-variant="primary"]').first()).toHaveCSS('background-color', toRgb(color)),
  },
  'branding.backgroundColor': {
    at: 'entering',
    see: ({ page }, color) => expect(page.locator('html')).toHaveCSS('background-color', toRgb(color)),
  },

  autoOpen: {
    at: 'inside',
    see: (walk) => expect(heading(walk.page, isOn(walk) ? 'Proof of income' : 'One thing to do')).toBeVisible(),
  },
  'inactiveAgentMessage.on': { at: 'inside', see: (walk) => seeNotice(walk, 'Message from the team') },
  'inactiveAgentMessage.text': { at: 'inside', see: (walk, text) => seeNotice(walk, 'Message from the team', text) },
  'cookieDisclaimer.on': { at: 'inside', see: (walk) => seeNotice(walk, 'About cookies') },
  'cookieDisclaimer.text': { at: 'inside', see: (walk, text) => seeNotice(walk, 'About cookies', text) },
  /** Note: this one and no other need not be shown again. */
  'cookieDisclaimer.revision': {
    at: 'acknowledged',
    see: async (walk, revision) => {
      const cookies = await walk.page.context().cookies();
      const kept = cookies.some(
        ({ name, value }) => name === 'session-room-notice' && value.startsWith(`${String(revision)}-`),
      );
      expect(kept).toBe(isOn(walk));
    },
  },

  reengagement: {
    at: 'room',
    see: (walk) =>
      expect(walk.page.getByRole('button', { name: /^(Start|Continue): Proof of income/ })).toHaveCount(
        count(isOn(walk)),
      ),
  },
  chat: {
    at: 'room',
    see: (walk) =>
      expect(
        walk.page
          .getByRole('button', { name: 'Messages' })
          .or(walk.page.getByRole('textbox', { name: 'Your message' })),
      ).toHaveCount(count(isOn(walk))),
  },
  attachments: {
    at: 'writing',
    see: (walk) => expect(walk.page.getByRole('button', { name: 'Attach a file' })).toHaveCount(count(isOn(walk))),
  },
  reassign: {
    at: 'signing',
    see: (walk) =>
      expect(walk.page.getByRole('button', { name: 'Somebody else has to do this' })).toHaveCount(count(isOn(walk))),
  },

  requireReview: {
    at: 'signing',
    see: (walk) =>
      expect(walk.page.getByRole('button', { name: /I have read to the end|reached the end/ })).toHaveCount(
        count(isOn(walk)),
      ),
  },
  signingReasons: {
    at: 'signing',
    see: (walk, reasons) =>
      isOn(walk)
        ? expect(walk.page.getByRole('combobox', { name: 'Why are you signing?' })).toContainText(String(reasons))
        : expect(walk.page.getByRole('combobox', { name: 'Why are you signing?' })).toBeHidden(),
  },

  accessDuration: {
    at: 'later',
    see: (walk) => expect(heading(walk.page, isOn(walk) ? 'This link has expired' : 'One thing to do')).toBeVisible(),
  },
  'reminders.on': { at: 'later', see: (walk) => seeReminders(walk) },
  /** Note: on the days of the other one nothing would have been sent by now. */
  'reminders.schedule': { at: 'later', see: (walk) => seeReminders(walk) },
  endAccess: {
    at: 'ended',
    see: (walk) =>
      isOn(walk)
        ? expect(walk.page.getByRole('button', { name: 'Send documents' })).toBeVisible()
        : expect(heading(walk.page, 'This page is closed')).toBeVisible(),
  },
};
