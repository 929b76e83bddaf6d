/** The ordinary day, and one of each kind: opened by itself, and started from the room. */
import type { ScenarioGroup } from '#backend/scenarios/groups/scenario-group.ts';

export const mainPath = {
  title: 'The main path',
  intro: 'An ordinary day of a customer, from the link to the room.',
  scenarios: [
    {
      name: 'main-path',
      title: 'Everything in one sitting',
      description:
        'Opens by itself: agreement, papers, questions, then the room with a payment waiting. Cookie disclaimer, absent agent, branding.',
    },
  ],
} as const satisfies ScenarioGroup;

export const oneOfEachKind = {
  title: 'One of each kind',
  intro: 'A single task, with auto open on and with auto open off.',
  scenarios: [
    {
      name: 'esign-only',
      title: 'An agreement to sign',
      description: 'One eSign, opens by itself; signed, it leads to the room.',
    },
    {
      name: 'document-request-only',
      title: 'Papers to hand over',
      description: 'One document request with three items, one of them optional.',
    },
    {
      name: 'workflow-only',
      title: 'Questions to answer',
      description: 'One workflow with an opening page, a form, and a branch for other loans.',
    },
    {
      name: 'payment-only',
      title: 'An amount to pay',
      description: 'One stand-alone payment: never opens by itself, waits in the room.',
    },
    {
      name: 'esign-from-room',
      title: 'An agreement, auto open off',
      description: 'The room with one card; Start opens the agreement.',
    },
    {
      name: 'document-request-from-room',
      title: 'Papers, auto open off',
      description: 'The room with one card; Start opens the papers.',
    },
    {
      name: 'workflow-from-room',
      title: 'Questions, auto open off',
      description: 'The room with one card; Start opens the questions.',
    },
    {
      name: 'payment-from-room',
      title: 'A payment, auto open off',
      description: 'The room with one card and its Pay button, as with auto open on.',
    },
  ],
} as const satisfies ScenarioGroup;
