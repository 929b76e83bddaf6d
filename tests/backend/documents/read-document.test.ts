import { expect, test } from 'vitest';

import { countPages } from '#backend/documents/read-document.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';

test('A document tells how many pages it has', async () => {
  expect(await countPages(await buildPdf(3))).toBe(3);
});

test.for([
  ['no document at all', () => new TextEncoder().encode('Dear customer,')],
  ['an empty file', () => new Uint8Array()],
  ['a document cut off', async () => (await buildPdf(2)).slice(0, 60)],
] as const)('The agent is told that %s cannot be used', async ([, build]) => {
  await expect(Promise.resolve(build()).then(countPages)).rejects.toMatchObject({ code: 'document-unreadable' });
});
