/** A backend whose whole store can be looked at, and which tells what was written to it. */
import { agentIdSchema, type SessionId } from '#contract/ids.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { createMemoryBlobs } from '#backend/store/memory-blobs.ts';
import { createMemoryStore } from '#backend/store/memory-store.ts';
import { testTeam } from '#tests/support/create-test-backend.ts';

/** Stores for `createTestBackend`; `writes` names every write since that was not refused, in order. */
export function watchWrites() {
  const store = createMemoryStore();
  const blobs = createMemoryBlobs();
  const writes: string[] = [];
  const note =
    <Args extends readonly unknown[], Result>(name: string, work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      const result = await work(...args);
      if (result !== false) writes.push(name);
      return result;
    };
  const deps: Pick<BackendDeps, 'store' | 'blobs'> = {
    store: {
      ...store,
      commitSession: note('commitSession', store.commitSession),
      settings: { ...store.settings, commit: note('commitSettings', store.settings.commit) },
      savePresence: note('savePresence', store.savePresence),
      people: {
        ...store.people,
        changeDirectory: note('changeDirectory', store.people.changeDirectory),
        saveSignIn: note('saveSignIn', store.people.saveSignIn),
        deleteSignIn: note('deleteSignIn', store.people.deleteSignIn),
      },
      systems: {
        ...store.systems,
        addKey: note('addKey', store.systems.addKey),
        deleteKey: note('deleteKey', store.systems.deleteKey),
        addWebhook: note('addWebhook', store.systems.addWebhook),
        changeWebhook: note('changeWebhook', store.systems.changeWebhook),
        deleteWebhook: note('deleteWebhook', store.systems.deleteWebhook),
        addDelivery: note('addDelivery', store.systems.addDelivery),
        redeliver: note('redeliver', store.systems.redeliver),
      },
    },
    blobs: { ...blobs, put: note('put', blobs.put), delete: note('delete', blobs.delete) },
  };
  return { deps, writes };
}

/** Everything that is stored: of one session, and beside it. */
export async function readWholeStore({ store, blobs }: Pick<BackendDeps, 'store' | 'blobs'>, session: SessionId) {
  const keys = await blobs.list('');
  return {
    session: await store.loadSession(session),
    log: await store.readLog(session, 0, 10_000),
    outbox: await store.listOutbox(),
    system: await store.settings.load({ level: 'system', team: testTeam }),
    team: await store.settings.load({ level: 'team', team: testTeam }),
    directory: await store.people.loadDirectory(),
    keys: await store.systems.listKeys(),
    webhooks: await store.systems.listWebhooks(),
    presence: await store.loadPresence(agentIdSchema.parse('agent-1')),
    blobs: await Promise.all(keys.map(async (key) => [key, await blobs.get(key)])),
  };
}
