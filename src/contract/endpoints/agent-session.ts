/** One session, as the people of the business see it. */
import { agentSessionSchema, sessionTrailSchema } from '#contract/agent-session.ts';
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';

const seen = { caller: 'agent', action: 'see-sessions', method: 'GET', input: null } as const;
const session = '/api/agent/sessions/:sessionId';

export const getAgentSession = defineEndpoint({
  ...seen,
  path: session,
  output: agentSessionSchema,
  errors: ['not-found'],
});

/** What happens to it, as it happens. `?after=SEQ` resumes: everything newer than SEQ is sent before anything live. */
export const getAgentFeed = defineEndpoint({
  ...seen,
  path: `${session}/live`,
  query: ['after'],
  output: 'events',
  errors: ['not-found'],
});

/** Said every few seconds by somebody who is writing to the customer (`domain/typing.ts`). */
export const signalAgentTyping = defineEndpoint({
  caller: 'agent',
  action: 'steer-session',
  method: 'POST',
  path: `${session}/typing`,
  input: null,
  output: null,
  errors: ['not-found', 'not-actionable', 'session-ended'],
});

export const getSessionTrail = defineEndpoint({
  ...seen,
  path: `${session}/trail`,
  output: sessionTrailSchema,
  errors: ['not-found'],
});
