/**
 * What whoever works here typed and did not send yet, kept on this device under their name: a reload loses nothing of it. It goes when they
 * sign out, and when somebody else signs in. Whose sign-in only ran out finds it again (decision 043).
 */
import * as z from 'zod/mini';

import { clearDeviceShelves, createDeviceShelf, type FileShelf } from '#lib/storage/file-shelf.ts';
import { attemptStorage, keyPrefix, parseKept } from '#lib/storage/read-kept.ts';
import { deviceStorage } from '#lib/storage/safe-storage.ts';

export type Desk = {
  read: (name: string) => unknown;
  write: (name: string, value: unknown) => void;
  remove: (name: string) => void;
  /** The names of everything on it. */
  list: () => string[];
  /** Files that belong to what has this name. */
  shelf: (name: string) => FileShelf;
};

const anybody = 'desk:';
const prefixOf = (person: string): string => `${anybody}${person}:`;

export function openDesk(person: string): Desk {
  const prefix = prefixOf(person);
  return {
    read: (name) => deviceStorage.read(prefix + name),
    write: (name, value) => void deviceStorage.write(prefix + name, value),
    remove: (name) => deviceStorage.remove(prefix + name),
    list: () => listKept(prefix).map((kept) => kept.slice(prefix.length)),
    shelf: (name) => createDeviceShelf(prefix + name),
  };
}

const ownerKey = 'desk-owner';
const readOwner = () => z.string().safeParse(deviceStorage.read(ownerKey)).data ?? null;

/** They are at work: nothing of anybody else stays on the device. */
export async function takeDesk(person: string): Promise<void> {
  if (readOwner() !== person) deviceStorage.write(ownerKey, person);
  await sweep(prefixOf(person));
}

/** They leave: nothing of anybody stays, and every other tab hears of it. */
export async function clearDesk(): Promise<void> {
  deviceStorage.remove(ownerKey);
  await sweep(null);
}

/** Says when they signed out in another tab, or somebody else signed in there. Returns how to stop. */
export function watchDesk(person: string, onLost: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === keyPrefix + ownerKey && parseKept(newValue) !== person) onLost();
  };
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}

async function sweep(spared: string | null): Promise<void> {
  const isSpared = (name: string) => spared !== null && name.startsWith(spared);
  for (const name of listKept(anybody)) if (!isSpared(name)) deviceStorage.remove(name);
  await clearDeviceShelves(isSpared);
}

const listKept = (prefix: string): string[] =>
  (attemptStorage('local', (storage) => Object.keys(storage)) ?? [])
    .filter((key) => key.startsWith(keyPrefix + prefix))
    .map((key) => key.slice(keyPrefix.length));
