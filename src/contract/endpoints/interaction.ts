/** What every kind of interaction shares. */
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { fileTicketSchema } from '#contract/file.ts';

/** The bytes of a file named in the session: a signed document, an uploaded paper, the document to sign. */
export const getFile = defineEndpoint({
  method: 'GET',
  path: '/api/files/:fileId',
  caller: 'customer',
  input: null,
  output: 'bytes',
  errors: ['not-found', 'file-lost'],
});

/** A ticket for one file: short-lived, for this participant, good for a few requests. Asking again makes another. */
export const createFileTicket = defineEndpoint({
  method: 'POST',
  path: '/api/files/:fileId/ticket',
  caller: 'customer',
  input: null,
  output: fileTicketSchema,
  errors: ['not-found'],
});

/** The same bytes for whoever has the ticket; `Range` is honoured. */
export const getTicketFile = defineEndpoint({
  method: 'GET',
  path: '/api/downloads/:ticket',
  caller: 'anyone',
  input: null,
  output: 'bytes',
  errors: ['ticket-unknown', 'file-lost'],
});
