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

export const getSessionTrail = defineEndpoint({
  ...seen,
  path: `${session}/trail`,
  output: sessionTrailSchema,
  errors: ['not-found'],
});
