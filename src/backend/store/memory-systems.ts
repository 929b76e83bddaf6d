/** The business's systems in memory. */
import type { AgentId, WebhookId } from '#contract/ids.ts';
import { countOutbox } from '#backend/messages/count-outbox.ts';
import { beginTry, dueMessages, dueTime, settleTry, tryAgain } from '#backend/messages/delivery.ts';
import type { SystemsStore } from '#backend/store/systems-store.ts';
import { takeDue } from '#backend/store/take-due.ts';
import type { KeyRecord } from '#backend/systems/key-record.ts';
import type { StoredDelivery, WebhookRecord } from '#backend/systems/webhook-record.ts';

export function createMemorySystems(): SystemsStore {
  const keys = new Map<AgentId, KeyRecord>();
  const webhooks = new Map<WebhookId, WebhookRecord>();
  const deliveries = new Map<string, StoredDelivery>();
  const dropDeliveries = (isOver: (one: StoredDelivery) => boolean) => {
    for (const one of deliveries.values()) if (isOver(one)) deliveries.delete(one.id);
  };

  return {
    listKeys: async () => structuredClone([...keys.values()]),
    findKey: async (secretHash) => structuredClone([...keys.values()].find((key) => key.secretHash === secretHash)),
    async addKey(key) {
      const known = keys.get(key.id) ?? key;
      keys.set(key.id, structuredClone(known));
      return structuredClone(known);
    },
    deleteKey: async (id) => keys.delete(id),
    async noteKeyUse(id, day) {
      const key = keys.get(id);
      if (key) keys.set(id, { ...key, lastUsedOn: day });
    },
    listWebhooks: async () => structuredClone([...webhooks.values()]),
    async addWebhook(webhook) {
      const known = webhooks.get(webhook.id) ?? webhook;
      webhooks.set(webhook.id, structuredClone(known));
      return structuredClone(known);
    },
    async changeWebhook(webhook) {
      const isKnown = webhooks.has(webhook.id);
      if (isKnown) webhooks.set(webhook.id, structuredClone(webhook));
      return isKnown;
    },
    async deleteWebhook(id) {
      dropDeliveries(({ webhook }) => webhook === id);
      return webhooks.delete(id);
    },
    async addDelivery(delivery) {
      deliveries.set(delivery.id, structuredClone(delivery));
    },
    async listDeliveries(id, limit) {
      const own = [...deliveries.values()].filter(({ webhook }) => webhook === id);
      return structuredClone(own.toReversed().slice(0, limit));
    },
    async claimDeliveries(claim) {
      const due = takeDue([...deliveries.values()], dueTime, { ...dueMessages(claim.now), limit: claim.limit });
      const begun = due.map((one) => beginTry(one, claim));
      for (const one of begun) deliveries.set(one.id, one);
      return structuredClone(begun);
    },
    async settleDelivery(id, tries, outcome) {
      const known = deliveries.get(id);
      const settled = known && settleTry(known, tries, outcome);
      if (settled) deliveries.set(id, settled);
    },
    async redeliver(webhook, id, now) {
      const known = deliveries.get(id);
      if (known?.webhook !== webhook) return false;
      deliveries.set(id, tryAgain(known, now));
      return true;
    },
    countDeliveries: async () => countOutbox([...deliveries.values()]),
    async sweepDeliveries(settledBefore) {
      dropDeliveries(({ delivery }) => delivery.state !== 'waiting' && delivery.at < settledBefore);
    },
  };
}
