/** What opens by itself, and what of a team, a system and a session decides that it does. */
import type { ScenarioGroup } from '#backend/scenarios/groups/scenario-group.ts';

export const autoOpen = {
  title: 'Auto open',
  intro: 'What opens first: orders, mixtures, and tasks the customer cannot act on now.',
  scenarios: [
    {
      name: 'auto-open-off',
      title: 'Auto open off',
      description: 'All four kinds; the customer lands in the room and presses Start.',
    },
    {
      name: 'mixed-order',
      title: 'Another order',
      description:
        'Questions, payment, papers, agreement: they open in the order they were added, without the payment.',
    },
    {
      name: 'payments-only',
      title: 'Payments only',
      description: 'Auto open on, but only payments: straight to the room.',
    },
    {
      name: 'payment-first',
      title: 'Payment first',
      description: 'The payment was added first: skipped, the agreement opens.',
    },
    {
      name: 'payment-between',
      title: 'Payment between two agreements',
      description: 'The first agreement leads straight to the second; the payment waits in the room.',
    },
    {
      name: 'nothing-to-do',
      title: 'Nothing to do',
      description: 'A session without anything in it: the empty room.',
    },
    {
      name: 'first-completed',
      title: 'The first is done',
      description: 'The agreement was signed before; the papers open.',
    },
    {
      name: 'first-declined',
      title: 'The first was declined',
      description: 'The customer declined the agreement before; the papers open.',
    },
    {
      name: 'first-under-review',
      title: 'The first is under review',
      description: 'The papers are with the agent; the questions open.',
    },
    {
      name: 'first-waiting',
      title: 'The first waits for somebody else',
      description: 'Another person has to sign the agreement first; the papers open.',
    },
    {
      name: 'first-expired',
      title: 'The first has expired',
      description: 'The questions can no longer be answered; the papers open.',
    },
    {
      name: 'withdrawn',
      title: 'Withdrawn by the agent',
      description: 'The first task was withdrawn, the second opens.',
    },
    {
      name: 'nothing-now',
      title: 'Nothing the customer can do now',
      description:
        'Four tasks: under review, waiting for somebody else, declined, expired. The room; no card has a button to start.',
    },
  ],
} as const satisfies ScenarioGroup;

export const policyLevels = {
  title: 'Levels of the policy',
  intro: 'Session beats team, team beats system, system beats the default; each scenario has a system of its own.',
  scenarios: [
    {
      name: 'team-off-system-on',
      title: 'Team off, system on',
      description: 'Auto open is on in the system and off in the team: the room.',
    },
    {
      name: 'team-silent-system-on',
      title: 'Team says nothing, system on',
      description: 'The team inherits auto open from the system: the agreement opens.',
    },
    {
      name: 'session-off-team-on',
      title: 'Session off, team on',
      description: 'The session itself switches auto open off: the room.',
    },
    {
      name: 'session-on-team-off',
      title: 'Session on, team off',
      description: 'The session itself switches auto open on: the agreement opens.',
    },
    {
      name: 'other-team',
      title: 'Settings of another team',
      description:
        'The agent’s own team has auto open off; the session was started with the settings of another, which has it on and another name.',
    },
    {
      name: 'text-from-system',
      title: 'On in the team, text from the system',
      description: 'The team switches disclaimer and agent message on without texts: the system’s texts are shown.',
    },
    {
      name: 'text-nowhere',
      title: 'On, but no text anywhere',
      description:
        'Disclaimer, agent message and consent are on without any text: no message, no consent; the disclaimer uses the product’s own words.',
    },
  ],
} as const satisfies ScenarioGroup;
