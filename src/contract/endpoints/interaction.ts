/** What every kind of interaction shares. */
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';

/** The bytes of a file named in the session: a signed document, an uploaded paper, the document to sign. */
export const getFile = defineEndpoint({
  method: 'GET',
  path: '/api/files/:fileId',
  caller: 'customer',
  input: null,
  output: 'bytes',
  errors: ['not-found'],
});
