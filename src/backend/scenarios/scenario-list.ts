/**
 * Every named starting state, in the order the start page shows them. Pure data: whoever prints links reads it under Node.
 * `build-scenario.ts` must be able to build each name, and the type checker holds it to that.
 */
export const scenarioList = [
  {
    name: 'main-path',
    group: 'The main path',
    title: 'Everything in one sitting',
    description:
      'Opens by itself: agreement, papers, questions, then the room with a payment waiting. Cookie disclaimer, absent agent, branding.',
  },
  {
    name: 'esign-only',
    group: 'One of each kind',
    title: 'An agreement to sign',
    description: 'One eSign, opens by itself; signed, it leads to the room.',
  },
  {
    name: 'document-request-only',
    group: 'One of each kind',
    title: 'Papers to hand over',
    description: 'One document request with three items, one of them optional.',
  },
  {
    name: 'workflow-only',
    group: 'One of each kind',
    title: 'Questions to answer',
    description: 'One workflow with an opening page, a form, and a branch for other loans.',
  },
  {
    name: 'payment-only',
    group: 'One of each kind',
    title: 'An amount to pay',
    description: 'One stand-alone payment: never opens by itself, waits in the room.',
  },
  {
    name: 'auto-open-off',
    group: 'Auto open',
    title: 'Auto open off',
    description: 'All four kinds; the customer lands in the room and presses Start.',
  },
  {
    name: 'payments-only',
    group: 'Auto open',
    title: 'Payments only',
    description: 'Auto open on, but only payments: straight to the room.',
  },
  {
    name: 'payment-first',
    group: 'Auto open',
    title: 'Payment first',
    description: 'The payment was added first: skipped, the agreement opens.',
  },
  {
    name: 'nothing-to-do',
    group: 'Auto open',
    title: 'Nothing to do',
    description: 'A session without anything in it: the empty room.',
  },
  {
    name: 'half-done',
    group: 'Progress',
    title: 'Half done',
    description: 'Questions answered yesterday; papers begun, one file of them uploaded.',
  },
  {
    name: 'all-done',
    group: 'Progress',
    title: 'All done',
    description: 'Agreement signed, papers sent, questions answered, fee paid: the room with downloads.',
  },
  {
    name: 'returned-documents',
    group: 'Progress',
    title: 'Papers returned',
    description: 'The agent sent one item back with a reason: in the queue again.',
  },
  {
    name: 'withdrawn',
    group: 'Progress',
    title: 'Withdrawn by the agent',
    description: 'The first task was withdrawn, the second opens.',
  },
  {
    name: 'notices-none',
    group: 'Notices',
    title: 'No notices',
    description: 'Disclaimer off, inactive-agent message off, agent away.',
  },
  {
    name: 'notices-disclaimer',
    group: 'Notices',
    title: 'Cookie disclaimer only',
    description: 'Disclaimer on, inactive-agent message off, agent away.',
  },
  {
    name: 'notices-inactive-agent',
    group: 'Notices',
    title: 'Inactive-agent message only',
    description: 'Disclaimer off, message on, agent away.',
  },
  {
    name: 'notices-both',
    group: 'Notices',
    title: 'Disclaimer and message',
    description: 'Both on, agent away.',
  },
  {
    name: 'notices-agent-active',
    group: 'Notices',
    title: 'Message on, agent there',
    description: 'The message is on, but the agent is active: it is not shown.',
  },
  {
    name: 'link-unknown',
    group: 'Cannot enter',
    title: 'Unknown link',
    description: 'A link that nobody issued.',
  },
  {
    name: 'link-expired',
    group: 'Cannot enter',
    title: 'Expired link, email',
    description: 'The link ran out; a new one can be sent by email.',
  },
  {
    name: 'link-expired-sms',
    group: 'Cannot enter',
    title: 'Expired link, text message',
    description: 'The link ran out; a new one can be sent by text message.',
  },
  {
    name: 'link-expired-sms-off',
    group: 'Cannot enter',
    title: 'Expired link, text messages switched off',
    description: 'Started by text message, which was switched off since: no new link is offered.',
  },
  {
    name: 'link-expired-embedded',
    group: 'Cannot enter',
    title: 'Expired link, embedded session',
    description: 'Nothing is ever sent in an embedded session: no new link is offered.',
  },
  {
    name: 'session-ended',
    group: 'Cannot enter',
    title: 'Ended, nothing left',
    description: 'The session ended and leaves no access.',
  },
  {
    name: 'session-ended-limited',
    group: 'Cannot enter',
    title: 'Ended, review and download',
    description: 'The session ended with one task done: the room opens, nothing can be completed.',
  },
  {
    name: 'consent',
    group: 'Cannot enter',
    title: 'Consent first',
    description: 'Agree or disagree before anything else.',
  },
  {
    name: 'consent-refused',
    group: 'Cannot enter',
    title: 'Consent refused before',
    description: 'The customer disagreed last time and is asked again.',
  },
  {
    name: 'offline',
    group: 'Cannot enter',
    title: 'No network at first',
    description:
      'The device seems to have no network for the first three entry requests after a page load, then goes on by itself.',
  },
  {
    name: 'service-unavailable',
    group: 'Cannot enter',
    title: 'Backend away at first',
    description: 'The first three entry requests after each page load are answered 503, then all is well.',
  },
  {
    name: 'branded',
    group: 'Look and words',
    title: 'Branded',
    description: 'Company name, logo and colour.',
  },
  {
    name: 'branded-bright',
    group: 'Look and words',
    title: 'A brand colour too bright for text',
    description: 'Yellow: text on buttons must stay readable.',
  },
  {
    name: 'unbranded',
    group: 'Look and words',
    title: 'Unbranded',
    description: 'Neutral look, no company name.',
  },
  {
    name: 'polish-names',
    group: 'Look and words',
    title: 'Polish names and words',
    description: 'Names and titles with Polish letters, amount in zloty.',
  },
  {
    name: 'arabic-names',
    group: 'Look and words',
    title: 'Arabic names and words',
    description: 'Names and titles in Arabic; open with &lang=ar for the whole page from right to left.',
  },
  {
    name: 'signing-reasons',
    group: 'Signing',
    title: 'A reason must be chosen',
    description: 'The policy lists reasons for signing.',
  },
  {
    name: 'require-review',
    group: 'Signing',
    title: 'Read to the end first',
    description: 'The end of the document must be reached before signing.',
  },
  {
    name: 'esign-confirm',
    group: 'Signing',
    title: 'Everything filled in',
    description: 'All fields prefilled by the business: the customer confirms.',
  },
  {
    name: 'esign-approve',
    group: 'Signing',
    title: 'No fields',
    description: 'A document without fields: the customer approves.',
  },
  {
    name: 'long-document',
    group: 'Signing',
    title: 'Forty pages',
    description: 'A long document with fields far apart.',
  },
] as const satisfies readonly { name: string; group: string; title: string; description: string }[];

export type ScenarioName = (typeof scenarioList)[number]['name'];

export const isScenarioName = (name: string): name is ScenarioName =>
  scenarioList.some((scenario) => scenario.name === name);
