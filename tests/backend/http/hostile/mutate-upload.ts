/** The words of the upload protocol, right and wrong. */
import * as fc from 'fast-check';

import type { Headers } from '#tests/backend/http/hostile/target.ts';

const toBase64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

export const toUploadHeaders = (metadata: Readonly<Record<string, string>>, length: number): Headers => ({
  'tus-resumable': '1.0.0',
  'upload-length': String(length),
  'upload-metadata': Object.entries(metadata)
    .map(([key, value]) => `${key} ${toBase64(value)}`)
    .join(','),
});

const notACount = fc.oneof(
  fc.constantFrom(
    '',
    '-1',
    '+1',
    '1.5',
    '1e3',
    '0x10',
    '99999999999999999999',
    'NaN',
    'Infinity',
    '1, 2',
    '١٠'.slice(2),
    '1 0',
  ),
  fc.stringMatching(/^[a-zA-Z;,. -]{1,20}$/),
);

const notMetadata = fc.oneof(
  fc.constantFrom(
    '',
    ',',
    ' ',
    'interactionId',
    'filename !!!',
    'filename ####,itemId',
    `filename ${'A'.repeat(10_240)}`,
  ),
  // Half a character, and the same key twice.
  fc.constantFrom('filename w7', 'filename Zg==,filename Zg=='),
  fc.stringMatching(/^[\x21-\x7e ]{1,60}$/),
);

/** One header of the protocol that says something else, or nothing. `offset`: of a part, not of a beginning. */
export const wrongUploadHeader = (headers: Headers): fc.Arbitrary<Headers> => {
  const version = fc
    .oneof(fc.constantFrom('', '0.2.2', '1.0', '2.0.0', '1.0.0, 1.0.0'), fc.stringMatching(/^[\x21-\x7e]{1,12}$/))
    .filter((text) => text !== '1.0.0')
    .map((text) => ({ 'tus-resumable': text }));
  const all: fc.Arbitrary<Headers>[] = [version];
  if ('upload-length' in headers) {
    all.push(fc.oneof(notACount, fc.constant('0')).map((count) => ({ 'upload-length': count })));
    all.push(notMetadata.map((metadata) => ({ 'upload-metadata': metadata })));
  }
  if ('upload-offset' in headers) {
    all.push(notACount.map((count) => ({ 'upload-offset': count })));
    all.push(
      fc
        .integer({ min: 0, max: 1e15 })
        .filter((at) => String(at) !== headers['upload-offset'])
        .map((at) => ({ 'upload-offset': String(at) })),
    );
  }
  return fc.oneof(...all);
};
