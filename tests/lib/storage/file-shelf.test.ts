import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createDeviceShelf, createMemoryShelf } from '#lib/storage/file-shelf.ts';
import { installIndexedDb } from '#tests/support/fake-indexeddb.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

beforeEach(installIndexedDb);

describe('A shelf on this device', () => {
  it('has what was kept after a reload, and nothing of another shelf', async () => {
    await expect(createDeviceShelf('mine').keep('agreement', bytes(1, 2))).resolves.toBe(true);
    const reloaded = createDeviceShelf('mine');
    await expect(reloaded.read('agreement')).resolves.toEqual(bytes(1, 2));
    await expect(reloaded.read('other')).resolves.toBeUndefined();
    await expect(createDeviceShelf('yours').read('agreement')).resolves.toBeUndefined();
  });

  it('has the last of two files of one name, and none that was removed', async () => {
    const shelf = createDeviceShelf('mine');
    await shelf.keep('agreement', bytes(1));
    await shelf.keep('agreement', bytes(2));
    await expect(shelf.read('agreement')).resolves.toEqual(bytes(2));
    await shelf.remove('agreement');
    await expect(shelf.read('agreement')).resolves.toBeUndefined();
  });

  it('is cleared without touching what others keep', async () => {
    const [mine, yours] = [createDeviceShelf('mine'), createDeviceShelf('mine too')];
    await Promise.all([mine.keep('one', bytes(1)), mine.keep('two', bytes(2)), yours.keep('one', bytes(3))]);
    await mine.clear();
    await expect(mine.read('one')).resolves.toBeUndefined();
    await expect(mine.read('two')).resolves.toBeUndefined();
    await expect(yours.read('one')).resolves.toEqual(bytes(3));
  });

  it.each([
    ['is blocked', () => vi.stubGlobal('indexedDB', undefined)],
    [
      'is full',
      () =>
        vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
          throw new DOMException('No room', 'QuotaExceededError');
        }),
    ],
  ])('that %s keeps in memory, and says so', async (_, spoil) => {
    spoil();
    const shelf = createDeviceShelf('mine');
    await expect(shelf.keep('agreement', bytes(1))).resolves.toBe(false);
    await expect(shelf.read('agreement')).resolves.toEqual(bytes(1));
    await expect(createDeviceShelf('mine').read('agreement')).resolves.toBeUndefined();
    await shelf.clear();
    await expect(shelf.read('agreement')).resolves.toBeUndefined();
  });
});

it('A shelf in memory keeps until it is cleared', async () => {
  const shelf = createMemoryShelf();
  await shelf.keep('one', bytes(1));
  await shelf.keep('two', bytes(2));
  await shelf.remove('one');
  await expect(shelf.read('one')).resolves.toBeUndefined();
  await expect(shelf.read('two')).resolves.toEqual(bytes(2));
  await shelf.clear();
  await expect(shelf.read('two')).resolves.toBeUndefined();
});
