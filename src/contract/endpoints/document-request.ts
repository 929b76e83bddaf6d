/** Document requests, and the resumable uploads they take (tus 1.0: creation, HEAD, PATCH, termination). */
import { documentRequestContentSchema, submitDocumentsInputSchema } from '#contract/document-request.ts';
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { sessionSchema } from '#contract/session.ts';

const path = '/api/document-requests/:interactionId';

export const getDocumentRequest = defineEndpoint({
  method: 'GET',
  path,
  caller: 'customer',
  input: null,
  output: documentRequestContentSchema,
  errors: ['not-found'],
});

export const submitDocuments = defineEndpoint({
  method: 'POST',
  path: `${path}/submit`,
  caller: 'customer',
  input: submitDocumentsInputSchema,
  output: sessionSchema,
  errors: ['not-found', 'not-actionable', 'interaction-changed', 'key-reused'],
});

/** Takes one file off an item again; it is not part of what will be submitted. */
export const removeFile = defineEndpoint({
  method: 'DELETE',
  path: `${path}/files/:fileId`,
  caller: 'customer',
  input: null,
  output: documentRequestContentSchema,
  errors: ['not-found', 'not-actionable'],
});

/** A file for an item, or for a message: `Upload-Metadata` says which. */
export const createUpload = defineEndpoint({
  method: 'POST',
  path: '/api/uploads',
  caller: 'customer',
  input: null,
  output: null,
  errors: [
    'not-found',
    'not-allowed',
    'not-actionable',
    'file-too-large',
    'too-many-files',
    'session-full',
    'tus-version-unsupported',
    'key-reused',
  ],
});

export const getUploadOffset = defineEndpoint({
  method: 'HEAD',
  path: '/api/uploads/:uploadId',
  caller: 'customer',
  input: null,
  output: null,
  errors: ['not-found', 'upload-gone', 'tus-version-unsupported'],
});

export const appendToUpload = defineEndpoint({
  method: 'PATCH',
  path: '/api/uploads/:uploadId',
  caller: 'customer',
  input: 'bytes',
  output: null,
  errors: [
    'not-found',
    'not-allowed',
    'not-actionable',
    'upload-gone',
    'upload-conflict',
    'file-type-not-accepted',
    'tus-version-unsupported',
  ],
});

export const endUpload = defineEndpoint({
  method: 'DELETE',
  path: '/api/uploads/:uploadId',
  caller: 'customer',
  input: null,
  output: null,
  errors: ['not-found', 'tus-version-unsupported'],
});
