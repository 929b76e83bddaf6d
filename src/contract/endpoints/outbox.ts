/** The outbox: every message to customers, and what can still be done about it. */
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { outboxMessageSchema, outboxPageSchema } from '#contract/outbox.ts';

/** Newest first; those of sessions that the role may see. `cursor`: what the page before gave as `next`. */
export const listOutbox = defineEndpoint({
  caller: 'agent',
  action: 'see-sessions',
  method: 'GET',
  path: '/api/agent/outbox',
  query: ['delivery', 'channel', 'session', 'cursor'],
  input: null,
  output: outboxPageSchema,
  errors: [],
});

const steered = {
  caller: 'agent',
  action: 'steer-session',
  method: 'POST',
  input: null,
  output: outboxMessageSchema,
} as const;
const message = '/api/agent/sessions/:sessionId/outbox/:messageId';

/** Due now, if its link is still here and its channel may be used. Done twice, it is done once; one that is being sent is left to it. */
export const retryMessage = defineEndpoint({
  ...steered,
  path: `${message}/retry`,
  errors: ['not-found', 'channel-not-allowed', 'message-settled'],
});

/** Not to be sent. It can be taken back by a retry. */
export const cancelMessage = defineEndpoint({
  ...steered,
  path: `${message}/cancel`,
  errors: ['not-found', 'message-settled', 'message-under-way'],
});
