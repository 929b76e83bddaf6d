/** eSign. The document's bytes come from `getFile`. */
import { draftReceiptSchema } from '#contract/draft.ts';
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { declineInputSchema, esignContentSchema, saveEsignDraftInputSchema, signInputSchema } from '#contract/esign.ts';
import { sessionSchema } from '#contract/session.ts';

const path = '/api/esigns/:interactionId';

export const getEsign = defineEndpoint({
  method: 'GET',
  path,
  caller: 'customer',
  input: null,
  output: esignContentSchema,
  errors: ['not-found'],
});

export const saveEsignDraft = defineEndpoint({
  method: 'PUT',
  path: `${path}/draft`,
  caller: 'customer',
  input: saveEsignDraftInputSchema,
  output: draftReceiptSchema,
  errors: ['not-found', 'not-actionable', 'draft-conflict'],
});

export const sign = defineEndpoint({
  method: 'POST',
  path: `${path}/sign`,
  caller: 'customer',
  input: signInputSchema,
  output: sessionSchema,
  errors: ['not-found', 'not-actionable', 'interaction-changed', 'file-lost', 'key-reused'],
});

export const decline = defineEndpoint({
  method: 'POST',
  path: `${path}/decline`,
  caller: 'customer',
  input: declineInputSchema,
  output: sessionSchema,
  errors: ['not-found', 'not-actionable', 'not-allowed', 'interaction-changed', 'key-reused'],
});
