import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { esignContentSchema } from '#contract/esign.ts';
import { interactionIdSchema, partIdSchema } from '#contract/ids.ts';
import type { SafeStorage } from '#lib/storage/safe-storage.ts';
import { createStartedUploads } from '#room/files/uploads/started-uploads.ts';
import { createEsignDraftStore } from '#room/esign/esign-draft-store.ts';
import { buildField } from '#tests/support/build-esign-field.ts';

const content = esignContentSchema.parse({
  kind: 'esign',
  id: 'esign-1',
  revision: 1,
  document: { id: 'file-1', name: 'a.pdf', type: 'application/pdf', size: 9, sha256: '0'.repeat(64), pages: 1 },
  fields: [buildField({ id: 'town', kind: 'text' })],
  canDecline: false,
  draft: null,
});

const holding = (value: unknown): SafeStorage => ({ read: () => value, write: () => true, remove: () => undefined });
/** Shapes of an older or newer build, or of nobody's. */
const strange = fc.oneof(
  fc.jsonValue(),
  fc.record({
    revision: fc.constant(1),
    base: fc.jsonValue(),
    values: fc.jsonValue(),
    signingReason: fc.jsonValue(),
    reviewed: fc.jsonValue(),
  }),
  fc.record({ signature: fc.jsonValue(), initials: fc.jsonValue() }),
);

test('What a device kept of a document in a shape that nobody knows is as if there were nothing', () => {
  fc.assert(
    fc.property(strange, strange, (work, marks) => {
      const { store } = createEsignDraftStore(content, {
        device: holding(work),
        visit: holding(marks),
        storageKey: 'key',
      });
      expect(store.getState()).toEqual({
        values: {},
        marks: { signature: null, initials: null },
        signingReason: null,
        reviewed: false,
      });
    }),
    { seed: 7 },
  );
});

test('What a device kept of uploads in such a shape begins them anew', () => {
  const place = { interactionId: interactionIdSchema.parse('request'), itemId: partIdSchema.parse('item') };
  const file = new File(['%PDF-1.7'], 'scan.pdf', { lastModified: 1 });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      localStorage.setItem('session-room:uploads:key', text);
      const started = createStartedUploads('key');
      expect(started.find(place, file)).toBeUndefined();
      started.remember('upload-1', place, file);
      expect(started.find(place, file)).toBe('upload-1');
      started.forget('upload-1');
    }),
    { seed: 7 },
  );
});
