/** What a customer comes back to, and what happens while they are there. */
import type { ScenarioGroup } from '#backend/scenarios/groups/scenario-group.ts';

export const comingBack = {
  title: 'Coming back',
  intro: 'Sessions in the middle and at the end.',
  scenarios: [
    {
      name: 'half-done',
      title: 'Half done',
      description: 'Questions answered yesterday; papers begun, one file of them uploaded.',
    },
    {
      name: 'all-done',
      title: 'All done',
      description:
        'Agreement signed, papers sent, questions answered, fee paid: the room with downloads. Nothing reopens.',
    },
    {
      name: 'returned-documents',
      title: 'Papers returned',
      description: 'The agent sent one item back with a reason: in the queue again.',
    },
    {
      name: 'workflow-returned',
      title: 'Answers returned',
      description: 'The agent sent the answers back with a reason: the questions open with what was answered.',
    },
    {
      name: 'papers-under-review',
      title: 'Papers under review',
      description: 'Everything was handed in; the agent has not looked at it yet.',
    },
    {
      name: 'papers-accepted',
      title: 'Papers accepted',
      description: 'Everything was handed in and accepted.',
    },
    {
      name: 'esign-half-filled',
      title: 'Agreement half filled in',
      description:
        'Some fields were filled in on another device; they are still there, and the guide says how many are left.',
    },
    {
      name: 'workflow-half-way',
      title: 'Questions half way, on a branch',
      description:
        'The customer stopped on the page about other loans: that page opens, with the answers given so far.',
    },
  ],
} as const satisfies ScenarioGroup;

export const meanwhile = {
  title: 'Meanwhile',
  intro:
    'Something happens once, in this tab, while the customer is looking. After it happened the scenario stays as it is; build it anew to see it again.',
  scenarios: [
    {
      name: 'later-added',
      title: 'One more, while inside another',
      description: 'After 8 seconds the agent adds papers: a quiet notice, and they come next.',
    },
    {
      name: 'later-added-in-room',
      title: 'One more, while in the room',
      description: 'After 8 seconds the agent adds an agreement: a card appears, nobody is pulled in.',
    },
    {
      name: 'later-withdrawn',
      title: 'The open one is withdrawn',
      description: 'After 8 seconds the agent withdraws the agreement: said so, and on to the questions.',
    },
    {
      name: 'later-changed',
      title: 'The open one changes underneath',
      description: 'After 8 seconds the agreement gets a new revision without a word: signing says that it changed.',
    },
    {
      name: 'later-done-elsewhere',
      title: 'The open one is done on another device',
      description: 'After 8 seconds the questions are answered elsewhere: treated as done here, the papers open.',
    },
    {
      name: 'later-returned',
      title: 'Papers come back, while inside another',
      description: 'After 8 seconds the agent returns the papers: a quiet notice, and they come next, with the reason.',
    },
    {
      name: 'later-returned-in-room',
      title: 'Papers come back, while in the room',
      description: 'After 8 seconds the agent returns the papers: the card moves up, with the reason and Fix.',
    },
    {
      name: 'later-message',
      title: 'A message arrives',
      description: 'After 8 seconds the agent writes: announced, and counted as unread.',
    },
    {
      name: 'later-agent-back',
      title: 'The agent comes back',
      description: 'The message that nobody is there leaves by itself after 8 seconds.',
    },
    {
      name: 'later-agent-leaves',
      title: 'The agent leaves',
      description: 'After 8 seconds the agent is away: the message is not raised before the next entry.',
    },
    {
      name: 'later-setting-changed',
      title: 'Auto open is switched on meanwhile',
      description: 'After 8 seconds the team switches it on: nothing moves until the link is opened again.',
    },
    {
      name: 'later-disclaimer-revised',
      title: 'The disclaimer gets a new revision',
      description: 'After 8 seconds its text changes: who pressed “Got it” before is asked again at the next entry.',
    },
    {
      name: 'later-ended',
      title: 'The session ends while typing',
      description: 'After 15 seconds the agent ends it: what was typed is kept, review and download remain.',
    },
    {
      name: 'later-ended-nothing-left',
      title: 'The session ends and nothing is left',
      description: 'After 15 seconds the agent ends it and no access remains: the customer inside is told.',
    },
    {
      name: 'later-link-expired',
      title: 'The link runs out while inside',
      description: 'It runs out one minute after the scenario was built: work goes on, opening it again does not.',
    },
    {
      name: 'later-link-revoked',
      title: 'The link is revoked while inside',
      description: 'After 8 seconds the link dies, as when the contact is corrected: the customer inside is told.',
    },
  ],
} as const satisfies ScenarioGroup;
