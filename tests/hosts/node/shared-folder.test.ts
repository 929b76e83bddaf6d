import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Blobs } from '#backend/store/blobs.ts';
import { openFolderBlobs } from '#hosts/node/blobs/folder-blobs.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';

let folder: ReturnType<typeof makeTemporaryFolder>;

beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => folder.remove());

const open = () => openFolderBlobs(folder.path, { createId: () => crypto.randomUUID(), isShared: true });
const incoming = () => join(folder.path, 'incoming');

describe('A folder of files that several processes share', () => {
  it('gives each of them what the others put there', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    await one.put('file/1', new Uint8Array([1]));
    await expect(other.get('file/1')).resolves.toEqual(new Uint8Array([1]));
  });

  it('takes a file while another one takes the last one away beside it, and with it their folder', async () => {
    const stores = await Promise.all([open(), open()]);
    const writeMany = async (name: string, { put, delete: remove }: Blobs) => {
      for (let file = 0; file < 60; file += 1) {
        const key = `undecided/session/${name}-${file}`;
        await put(key, new Uint8Array());
        await remove(key);
      }
    };
    await Promise.all(stores.flatMap((store, index) => [0, 1].map((which) => writeMany(`${index}-${which}`, store))));
    await expect(stores[0].list('undecided/')).resolves.toEqual([]);
  });

  it('keeps what another one is writing when one starts, and not what a crash left days ago', async () => {
    await open();
    writeFileSync(join(incoming(), 'being-written'), 'half');
    writeFileSync(join(incoming(), 'left'), 'half');
    const daysAgo = Date.now() / 1_000 - 3 * 24 * 60 * 60;
    utimesSync(join(incoming(), 'left'), daysAgo, daysAgo);
    await open();
    expect(readdirSync(incoming())).toEqual(['being-written']);
  });
});
