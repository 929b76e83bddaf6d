/** Notices over the first screen, and what keeps a customer out. */
import type { ScenarioGroup } from '#backend/scenarios/groups/scenario-group.ts';

export const notices = {
  title: 'Notices',
  intro: 'Cookie disclaimer and inactive-agent message over whatever screen comes first.',
  scenarios: [
    {
      name: 'notices-none',
      title: 'No notices',
      description: 'Disclaimer off, inactive-agent message off, agent away.',
    },
    {
      name: 'notices-disclaimer',
      title: 'Cookie disclaimer only',
      description: 'Disclaimer on, inactive-agent message off, agent away.',
    },
    {
      name: 'notices-inactive-agent',
      title: 'Inactive-agent message only',
      description: 'Disclaimer off, message on, agent away.',
    },
    {
      name: 'notices-both',
      title: 'Disclaimer and message',
      description: 'Both on, agent away.',
    },
    {
      name: 'notices-agent-active',
      title: 'Message on, agent there',
      description: 'The message is on, but the agent is active: it is not shown.',
    },
    {
      name: 'notices-in-room',
      title: 'Both, room first',
      description: 'Both on, auto open off: they stand over the room.',
    },
    {
      name: 'notices-no-agent',
      title: 'Message on, no agent at all',
      description: 'The session was started by a program: it counts as inactive, the message is shown.',
    },
    {
      name: 'notices-presence-unknown',
      title: 'Message on, presence unknown',
      description: 'Nobody can say whether the agent is there: the message is not shown.',
    },
    {
      name: 'notices-html',
      title: 'HTML in the texts',
      description: 'Tags in both texts are shown as the letters they are.',
    },
    {
      name: 'notices-long',
      title: 'Long texts',
      description: 'Many lines and paragraphs: line breaks are kept, the task stays reachable.',
    },
  ],
} as const satisfies ScenarioGroup;

export const cannotEnter = {
  title: 'Cannot enter',
  intro: 'Links, consent, network and backend: one page each, with one way on.',
  scenarios: [
    {
      name: 'link-unknown',
      title: 'Unknown link',
      description: 'A link that nobody issued.',
    },
    {
      name: 'link-expired',
      title: 'Expired link, email',
      description: 'The link ran out; a new one can be sent by email.',
    },
    {
      name: 'link-expired-sms',
      title: 'Expired link, text message',
      description: 'The link ran out; a new one can be sent by text message.',
    },
    {
      name: 'link-expired-sms-off',
      title: 'Expired link, text messages switched off',
      description: 'Started by text message, which was switched off since: no new link is offered.',
    },
    {
      name: 'link-expired-embedded',
      title: 'Expired link, embedded session',
      description: 'Nothing is ever sent in an embedded session: no new link is offered.',
    },
    {
      name: 'link-expired-asked',
      title: 'Expired link, new one just sent',
      description:
        'A new link was sent when the scenario was built: the old one stays dead, and the next may be asked for after a minute.',
    },
    {
      name: 'link-renewed',
      title: 'The new link',
      description: 'What the email with the new link leads to, after the first ran out: everything as it was left.',
    },
    {
      name: 'link-revoked',
      title: 'Revoked link',
      description: 'The link was taken back, as when the contact is corrected: as if it had never been.',
    },
    {
      name: 'consent',
      title: 'Consent first',
      description: 'Agree or disagree before anything else; agreed, the agreement opens by itself.',
    },
    {
      name: 'consent-refused',
      title: 'Consent refused before',
      description: 'The customer disagreed last time and is asked again.',
    },
    {
      name: 'consent-given',
      title: 'Consent given before',
      description: 'The customer agreed last time: not asked again.',
    },
    {
      name: 'consent-changed',
      title: 'Consent given to another text',
      description: 'The customer agreed, then the text changed: asked again.',
    },
    {
      name: 'consent-link-expired',
      title: 'Consent, but the link ran out',
      description: 'Expiry comes before consent: nobody is asked for it.',
    },
    {
      name: 'offline',
      title: 'No network at first',
      description:
        'The device seems to have no network for the first three entry requests after a page load, then goes on by itself.',
    },
    {
      name: 'service-unavailable',
      title: 'Backend away at first',
      description: 'The first three entry requests after each page load are answered 503, then all is well.',
    },
    {
      name: 'too-many-requests',
      title: 'Too many requests at first',
      description:
        'The first two entry requests after each page load are answered 429: the page waits, and opens by itself.',
    },
  ],
} as const satisfies ScenarioGroup;

export const afterTheEnd = {
  title: 'After the end',
  intro: 'The session has ended; the policy says what is left of it.',
  scenarios: [
    {
      name: 'session-ended',
      title: 'Ended, nothing left',
      description: 'The session ended and leaves no access.',
    },
    {
      name: 'session-ended-limited',
      title: 'Ended, review and download',
      description: 'The session ended with one task done: the room opens, nothing can be completed.',
    },
    {
      name: 'ended-limited-over',
      title: 'Ended, review and download ran out',
      description: 'Review and download were left for 3 days, which are over: no access.',
    },
    {
      name: 'ended-full',
      title: 'Ended, everything still possible',
      description: 'Full access after the end: what is open can be completed, chat and attachments stop.',
    },
    {
      name: 'ended-full-until',
      title: 'Ended, everything still possible for 3 days',
      description: 'Two of the three days are left.',
    },
    {
      name: 'ended-full-until-over',
      title: 'Ended, the 3 days ran out',
      description: 'Full access was left for 3 days, which are over: no access.',
    },
    {
      name: 'ended-link-expired',
      title: 'Ended, and the link ran out',
      description: 'Review and download are left, but the link is too old: a new one can be sent.',
    },
    {
      name: 'ended-consent',
      title: 'Ended before consent was given',
      description: 'Nothing is left, so nobody is asked for consent.',
    },
  ],
} as const satisfies ScenarioGroup;
