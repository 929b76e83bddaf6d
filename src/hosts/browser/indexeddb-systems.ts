/** The business's systems on IndexedDB. Everything is numbered by the database, so the order is the order it was made in. */
import { countOutbox } from '#backend/messages/count-outbox.ts';
import { beginTry, dueMessages, settleTry, tryAgain } from '#backend/messages/delivery.ts';
import type { SystemsStore } from '#backend/store/systems-store.ts';
import type { StoredDelivery } from '#backend/systems/webhook-record.ts';
import { readDueKeys } from '#hosts/browser/indexeddb-claims.ts';
import type { Database } from '#hosts/browser/open-database.ts';

export function createIndexedDbSystems(database: Database): SystemsStore {
  /** Null leaves it as it was. Gives whether it was changed. */
  const change = async (id: string, decide: (known: StoredDelivery) => StoredDelivery | null): Promise<boolean> => {
    const { store, done } = database.transaction('deliveries', 'readwrite');
    const position = await store.index('id').getKey(id);
    const known = position === undefined ? undefined : await store.get(position);
    const next = known && decide(known);
    if (next) await store.put(next, position);
    await done;
    return next !== undefined && next !== null;
  };

  return {
    listKeys: () => database.getAll('apiKeys'),
    findKey: (secretHash) => database.getFromIndex('apiKeys', 'secretHash', secretHash),
    async addKey(key) {
      const { store, done } = database.transaction('apiKeys', 'readwrite');
      const known = await store.index('id').get(key.id);
      if (!known) await store.add(key);
      await done;
      return known ?? key;
    },
    async deleteKey(id) {
      const { store, done } = database.transaction('apiKeys', 'readwrite');
      const position = await store.index('id').getKey(id);
      if (position !== undefined) await store.delete(position);
      await done;
      return position !== undefined;
    },
    async noteKeyUse(id, day) {
      const { store, done } = database.transaction('apiKeys', 'readwrite');
      const position = await store.index('id').getKey(id);
      const key = position === undefined ? undefined : await store.get(position);
      if (key) await store.put({ ...key, lastUsedOn: day }, position);
      await done;
    },
    listWebhooks: () => database.getAll('webhooks'),
    async addWebhook(webhook) {
      const { store, done } = database.transaction('webhooks', 'readwrite');
      const known = await store.index('id').get(webhook.id);
      if (!known) await store.add(webhook);
      await done;
      return known ?? webhook;
    },
    async changeWebhook(webhook) {
      const { store, done } = database.transaction('webhooks', 'readwrite');
      const position = await store.index('id').getKey(webhook.id);
      if (position !== undefined) await store.put(webhook, position);
      await done;
      return position !== undefined;
    },
    async deleteWebhook(id) {
      const transaction = database.transaction(['webhooks', 'deliveries'], 'readwrite');
      const [webhooks, deliveries] = [transaction.objectStore('webhooks'), transaction.objectStore('deliveries')];
      const position = await webhooks.index('id').getKey(id);
      const own = await deliveries.index('webhook').getAllKeys(id);
      await Promise.all([
        position !== undefined && webhooks.delete(position),
        ...own.map((key) => deliveries.delete(key)),
        transaction.done,
      ]);
      return position !== undefined;
    },
    async addDelivery(delivery) {
      await database.add('deliveries', delivery);
    },
    async listDeliveries(webhook, limit) {
      const own = await database.getAllFromIndex('deliveries', 'webhook', webhook);
      return own.toReversed().slice(0, limit);
    },
    async claimDeliveries(claim) {
      const { store, done } = database.transaction('deliveries', 'readwrite');
      const keys = await readDueKeys(store.index('due'), dueMessages(claim.now), claim);
      const begun = await Promise.all(
        keys.map(async (key) => {
          const known = await store.get(key);
          if (!known) return [];
          const next = beginTry(known, claim);
          await store.put(next, key);
          return [next];
        }),
      );
      await done;
      return begun.flat();
    },
    async settleDelivery(id, tries, outcome) {
      await change(id, (known) => settleTry(known, tries, outcome));
    },
    redeliver: (webhook, id, now) => change(id, (known) => (known.webhook === webhook ? tryAgain(known, now) : null)),
    countDeliveries: async () => countOutbox(await database.getAll('deliveries')),
    async sweepDeliveries(settledBefore) {
      const { store, done } = database.transaction('deliveries', 'readwrite');
      const old = await store.index('settled').getAllKeys(IDBKeyRange.upperBound(settledBefore, true));
      await Promise.all([...old.map((key) => store.delete(key)), done]);
    },
  };
}
