import type { Store } from '#backend/store/store.ts';

/** A store, and a second hand on the same data: another tab, another process. */
export type StoreHands = { store: Store; other: Store };
