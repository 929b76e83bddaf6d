/** Headers that mean something in this API, as requests and answers carry them. */
import { refTo } from '#backend/openapi/component-schemas.ts';

const count = { type: 'integer', minimum: 0 } as const;
const text = { type: 'string' } as const;

export const headers = {
  'Idempotency-Key': {
    description: 'Made by the client, one for each intent. The same again changes nothing and answers with what is.',
    schema: refTo('IdempotencyKey'),
  },
  'Retry-After': {
    description: 'Seconds until the same request may be tried again, where that is known.',
    schema: count,
  },
  Location: { description: 'Where to go on.', schema: { type: 'string', format: 'uri-reference' } },
  'Content-Disposition': { description: 'Always a download, with the name of the file.', schema: text },
  'Tus-Resumable': { description: 'The version of the upload protocol.', schema: { const: '1.0.0' } },
  'Upload-Length': { description: 'Bytes of the whole file.', schema: count },
  'Upload-Offset': { description: 'Bytes that have arrived.', schema: count },
  'Upload-Metadata': {
    description: 'Pairs of a key and a base64 value, separated by commas: `interactionId`, `itemId`, `filename`.',
    schema: text,
  },
};

export type Header = keyof typeof headers;
