/**
 * What whoever works here is signed in with. On the Node host that is a cookie which no script can read (decision 026), so there is nothing to
 * keep; a backend inside the page gives a bearer, which this device keeps for all of its tabs.
 */
import * as z from 'zod/mini';

import { deviceStorage } from '#lib/storage/safe-storage.ts';

const key = 'console-bearer';
const keptSchema = z.string();

export const credential = {
  /** Null: the browser sends the cookie, if there is one. */
  read: (): string | null => keptSchema.safeParse(deviceStorage.read(key)).data ?? null,
  keep: (bearer: string): void => {
    deviceStorage.write(key, bearer);
  },
  forget: (): void => deviceStorage.remove(key),
};
