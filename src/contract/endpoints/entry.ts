/** Coming in: the entry itself, the live feed, and the two things a customer may do before being inside. */
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { entrySchema } from '#contract/entry.ts';
import { consentInputSchema, newLinkReceiptSchema } from '#contract/gate.ts';

export const getEntry = defineEndpoint({
  method: 'GET',
  path: '/api/entry',
  caller: 'customer',
  input: null,
  output: entrySchema,
  errors: ['link-unknown'],
});

export const giveConsent = defineEndpoint({
  method: 'POST',
  path: '/api/consent',
  caller: 'customer',
  input: consentInputSchema,
  output: entrySchema,
  errors: ['interaction-changed'],
});

export const requestNewLink = defineEndpoint({
  method: 'POST',
  path: '/api/new-link',
  caller: 'customer',
  input: null,
  output: newLinkReceiptSchema,
  errors: ['too-soon', 'channel-not-allowed'],
});

/** `?after=SEQ` resumes: everything newer than SEQ is sent before anything live. */
export const getFeed = defineEndpoint({
  method: 'GET',
  path: '/api/feed',
  caller: 'customer',
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
