/** Chat. */
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { messageSchema, messagesSchema, sendMessageInputSchema } from '#contract/message.ts';

/** `?after=SEQ`: only newer ones; the feed brings the rest. */
export const listMessages = defineEndpoint({
  method: 'GET',
  path: '/api/messages',
  caller: 'customer',
  query: ['after'],
  input: null,
  output: messagesSchema,
  errors: [],
});

export const sendMessage = defineEndpoint({
  method: 'POST',
  path: '/api/messages',
  caller: 'customer',
  input: sendMessageInputSchema,
  output: messageSchema,
  errors: ['not-allowed', 'not-found', 'key-reused'],
});

/** Said every few seconds by a customer who is writing (`domain/typing.ts`). */
export const signalTyping = defineEndpoint({
  method: 'POST',
  path: '/api/typing',
  caller: 'customer',
  input: null,
  output: null,
  errors: ['not-allowed'],
});
