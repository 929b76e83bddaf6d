/** Where the browser host keeps things: IndexedDB, shared between tabs and kept over reload; memory where storage is blocked. */
import type { Blobs } from '#backend/store/blobs.ts';
import { createMemoryBlobs } from '#backend/store/memory-blobs.ts';
import { createMemoryStore } from '#backend/store/memory-store.ts';
import type { Store } from '#backend/store/store.ts';
import { type BuiltScenario, builtScenarioSchema } from '#backend/scenarios/scenario-stage.ts';
import {
  type ConditionsKeeper,
  createConditionsKeeper,
  createKeptShelf,
  createMemoryShelf,
} from '#hosts/browser/conditions-keeper.ts';
import { createIndexedDbBlobs } from '#hosts/browser/indexeddb-blobs.ts';
import { createIndexedDbStore } from '#hosts/browser/indexeddb-store.ts';
import { type Database, emptyDatabase, openDatabase } from '#hosts/browser/open-database.ts';
import type { TabChannel } from '#hosts/browser/tab-channel.ts';

export type ScenarioShelf = {
  find: (name: string) => Promise<BuiltScenario | undefined>;
  list: () => Promise<BuiltScenario[]>;
  keep: (name: string, scenario: BuiltScenario) => Promise<void>;
  forget: (name: string) => Promise<void>;
};

export type BrowserWorld = {
  store: Store;
  blobs: Blobs;
  scenarios: ScenarioShelf;
  conditions: ConditionsKeeper;
  /** False: everything is gone with the page. */
  isKept: boolean;
  empty: () => Promise<void>;
};

export async function openBrowserWorld(channel: TabChannel): Promise<BrowserWorld> {
  const database = await openDatabase().catch(() => undefined);
  return database ? openKeptWorld(database, channel) : openMemoryWorld(channel);
}

async function openKeptWorld(database: Database, channel: TabChannel): Promise<BrowserWorld> {
  const conditions = await createConditionsKeeper(createKeptShelf(database), channel);
  return {
    store: createIndexedDbStore(database, channel),
    blobs: createIndexedDbBlobs(database),
    scenarios: {
      find: async (name) => parseScenarios([await database.get('scenarios', name)])[0],
      list: async () => parseScenarios(await database.getAll('scenarios')),
      keep: async (name, scenario) => {
        await database.put('scenarios', scenario, name);
      },
      forget: (name) => database.delete('scenarios', name),
    },
    conditions,
    isKept: true,
    empty: async () => {
      await emptyDatabase(database);
      await conditions.reload();
    },
  };
}

/** What an older build kept in another shape counts as never built. */
const parseScenarios = (stored: readonly unknown[]): BuiltScenario[] =>
  stored.flatMap((one) => {
    const scenario = builtScenarioSchema.safeParse(one);
    return scenario.success ? [scenario.data] : [];
  });

async function openMemoryWorld(channel: TabChannel): Promise<BrowserWorld> {
  const built = new Map<string, BuiltScenario>();
  return {
    store: createMemoryStore(),
    blobs: createMemoryBlobs(),
    scenarios: {
      find: (name) => Promise.resolve(built.get(name)),
      list: () => Promise.resolve([...built.values()]),
      keep: (name, scenario) => {
        built.set(name, scenario);
        return Promise.resolve();
      },
      forget: (name) => {
        built.delete(name);
        return Promise.resolve();
      },
    },
    conditions: await createConditionsKeeper(createMemoryShelf(), channel),
    isKept: false,
    empty: () => Promise.resolve(),
  };
}
