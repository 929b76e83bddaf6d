/**
 * Where on the desk a tab writes: of everything of one kind that is not sent each tab has its own, so that no tab writes over another. Whoever
 * opens a tab takes up what lies there and no tab has open, so that what was left in a closed one is found again.
 */
import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';

import { type Desk, openDesk } from '#console/client/desk.ts';
import { visitStorage } from '#lib/storage/safe-storage.ts';

export type DeskPlace = {
  desk: Desk;
  name: string;
  /** This place is new, because another tab has what lies there of its kind. */
  isBesideAnother: boolean;
};

/** Found once, and had for as long as the page is there: whoever goes elsewhere in it comes back to the same. */
export const deskPlaceQuery = (person: string, kind: string) =>
  queryOptions({
    queryKey: ['desk-place', person, kind],
    queryFn: () => findPlace(person, kind),
    staleTime: 'static',
    gcTime: Infinity,
    networkMode: 'always',
  });

async function findPlace(person: string, kind: string): Promise<DeskPlace> {
  const desk = openDesk(person);
  const ownKey = `desk-place:${person}:${kind}`;
  const own = z.string().safeParse(visitStorage.read(ownKey)).data;
  const take = (name: string, isBesideAnother: boolean): DeskPlace => {
    visitStorage.write(ownKey, name);
    return { desk, name, isBesideAnother };
  };
  const kept = desk.list().filter((name) => name.startsWith(`${kind}:`));
  const isOwn = (name: string) => name === own;
  for (const name of [...kept.filter(isOwn), ...kept.filter((one) => !isOwn(one))]) {
    if (await hold(`${person}:${name}`, isOwn(name))) return take(name, false);
  }
  const name = `${kind}:${crypto.randomUUID()}`;
  await hold(`${person}:${name}`, false);
  return take(name, kept.length > 0);
}

/** Milliseconds in which the page before a reload is gone for good. */
const patience = 500;

/** Until the page is gone. False when another tab has it. Where there are no locks (no https), nobody can tell: then tabs share. */
function hold(name: string, isOwn: boolean): Promise<boolean> {
  const locks = 'locks' in navigator ? navigator.locks : null;
  if (!locks) return Promise.resolve(true);
  const options = isOwn ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
  return new Promise((resolve) => {
    const keep = (lock: Lock | null) => {
      resolve(lock !== null);
      return lock ? new Promise<never>(() => undefined) : undefined;
    };
    locks.request(`desk:${name}`, options, keep).catch(() => resolve(false));
  });
}
