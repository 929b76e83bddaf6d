/** What every adapter of the port for bytes must do. */
import { beforeEach, describe, expect, test } from 'vitest';

import { limits } from '#contract/limits.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import type { Blobs } from '#backend/store/blobs.ts';

export function describeBlobs(name: string, open: () => Promise<Blobs>): void {
  describe(`Blobs (${name})`, () => {
    let blobs: Blobs;

    beforeEach(async () => {
      blobs = await open();
    });

    test('come back byte for byte, an empty one included', async () => {
      const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
      await blobs.put('file/1', bytes);
      await blobs.put('file/empty', new Uint8Array());

      await expect(blobs.get('file/1')).resolves.toEqual(bytes);
      await expect(blobs.get('file/empty')).resolves.toEqual(new Uint8Array());
      await expect(blobs.get('file/2')).resolves.toBeUndefined();
    });

    test('of 50 MB, the largest there are, come back whole', async () => {
      const bytes = new Uint8Array(limits.fileBytes).map((_, index) => (index * 31 + (index >> 12)) % 251);
      await blobs.put('file/large', bytes);
      const found = await blobs.get('file/large');
      expect(found?.byteLength).toBe(bytes.byteLength);
      // Note: compared by hash, because a difference in so many numbers takes minutes to print.
      expect(await sha256Hex(found ?? new Uint8Array())).toBe(await sha256Hex(bytes));
    });

    test('never change: the first under a key stays, also of two that come at once', async () => {
      const [one, other] = [new Uint8Array([1, 1]), new Uint8Array([2, 2])];
      await blobs.put('file/1', one);
      await blobs.put('file/1', other);
      await expect(blobs.get('file/1')).resolves.toEqual(one);

      await Promise.all([blobs.put('file/2', one), blobs.put('file/2', other)]);
      const first = await blobs.get('file/2');
      await blobs.put('file/2', one);
      await blobs.put('file/2', other);
      await expect(blobs.get('file/2')).resolves.toEqual(first);
    });

    test('may come and go beside each other, many at once', async () => {
      const keys = Array.from({ length: 40 }, (_, index) => `upload/${index % 4}/${index}`);
      await Promise.all(
        keys.map(async (key, index) => {
          await blobs.put(key, new Uint8Array([index]));
          if (index % 2 === 0) await blobs.delete(key);
        }),
      );
      const left = keys.filter((_, index) => index % 2 === 1);
      await expect(blobs.list('upload/')).resolves.toEqual(left.toSorted());
      await expect(blobs.get(keys[1] ?? '')).resolves.toEqual(new Uint8Array([1]));
    });

    test('that are part of a larger buffer keep only their part', async () => {
      const buffer = new Uint8Array([1, 2, 3, 4, 5, 6]);
      await blobs.put('file/part', buffer.subarray(2, 4));
      const part = await blobs.get('file/part');
      expect(part).toEqual(new Uint8Array([3, 4]));
      expect(part?.buffer.byteLength).toBe(2);
    });

    test('do not change with what was given or handed out', async () => {
      const bytes = new Uint8Array([1, 2, 3]);
      await blobs.put('file/1', bytes);
      bytes.fill(9);
      (await blobs.get('file/1'))?.fill(8);
      await expect(blobs.get('file/1')).resolves.toEqual(new Uint8Array([1, 2, 3]));
    });

    test('are gone when deleted; deleting what is not there is fine', async () => {
      await blobs.put('file/1', new Uint8Array([1]));
      await blobs.delete('file/1');
      await blobs.delete('file/1');
      await expect(blobs.get('file/1')).resolves.toBeUndefined();
      await expect(blobs.list('')).resolves.toEqual([]);
    });

    test('are kept apart, whatever their keys are made of', async () => {
      const keys = [
        'a',
        'a/b',
        'a/b/c',
        'a//b',
        '../a',
        '..',
        '.',
        '/a',
        'A%2Fb',
        'a b',
        'ż/👩',
        `long/${'x'.repeat(100)}`,
      ];
      for (const [index, key] of keys.entries()) await blobs.put(key, new Uint8Array([index]));

      await expect(Promise.all(keys.map((key) => blobs.get(key)))).resolves.toEqual(
        keys.map((_, index) => new Uint8Array([index])),
      );
      await expect(blobs.list('')).resolves.toEqual(keys.toSorted());
    });

    test('are listed by prefix, sorted', async () => {
      for (const key of ['upload/b', 'file/1', 'upload/a', 'upload-other', 'zebra']) {
        await blobs.put(key, new Uint8Array([1]));
      }
      await expect(blobs.list('upload/')).resolves.toEqual(['upload/a', 'upload/b']);
      await expect(blobs.list('nothing/')).resolves.toEqual([]);
    });
  });
}
