/** Coming in: the entry itself, the live feed, and the two things a customer may do before being inside. */
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { entrySchema } from '#contract/entry.ts';
import { sessionSchema } from '#contract/session.ts';
import { consentInputSchema, newLinkReceiptSchema } from '#contract/gate.ts';

export const getEntry = defineEndpoint({
  method: 'GET',
  path: '/api/entry',
  caller: 'customer',
  input: null,
  output: entrySchema,
  errors: ['link-unknown'],
});

/** The session as it is now, for someone who is inside: unlike the entry it does not ask whether the link ran out meanwhile. */
export const getSession = defineEndpoint({
  method: 'GET',
  path: '/api/session',
  caller: 'customer',
  input: null,
  output: sessionSchema,
  errors: [],
});

export const giveConsent = defineEndpoint({
  method: 'POST',
  path: '/api/consent',
  caller: 'customer',
  input: consentInputSchema,
  output: entrySchema,
  errors: ['interaction-changed', 'key-reused'],
});

export const requestNewLink = defineEndpoint({
  method: 'POST',
  path: '/api/new-link',
  caller: 'customer',
  input: null,
  output: newLinkReceiptSchema,
  errors: ['too-soon', 'not-allowed', 'channel-not-allowed', 'key-reused'],
});

/** `?after=SEQ` resumes: everything newer than SEQ is sent before anything live. `?typing=1` also tells that the agent is writing. */
export const getFeed = defineEndpoint({
  method: 'GET',
  path: '/api/feed',
  caller: 'customer',
  query: ['after', 'typing'],
  input: null,
  output: 'events',
  errors: [],
});

/** A business's logo: public, as its name is. */
export const getLogo = defineEndpoint({
  method: 'GET',
  path: '/api/logos/:fileId',
  caller: 'anyone',
  input: null,
  output: 'bytes',
  errors: ['not-found'],
});
