import type { StartedSession, StartSessionInput } from '#contract/agent.ts';

/** What came of the form. `isInvited`: a message went out to the customer. */
export type Started = { session: StartedSession; input: StartSessionInput; isInvited: boolean };
