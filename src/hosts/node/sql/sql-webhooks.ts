/** Webhooks and their deliveries in SQL. */
import type { Kysely, Selectable } from 'kysely';

import { emptyOutbox } from '#backend/messages/count-outbox.ts';
import { beginTry, dueMessages, dueTime, settleTry, tryAgain } from '#backend/messages/delivery.ts';
import type { SystemsStore } from '#backend/store/systems-store.ts';
import type { StoredDelivery } from '#backend/systems/webhook-record.ts';
import { createPicker } from '#hosts/node/sql/pick-due.ts';
import type { SqlDatabase } from '#hosts/node/sql/news.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

type WebhookStore = Omit<SystemsStore, 'listKeys' | 'findKey' | 'addKey' | 'deleteKey' | 'noteKeyUse'>;

export function createSqlWebhooks({ db, skipsLocked }: Pick<SqlDatabase, 'db' | 'skipsLocked'>): WebhookStore {
  const pickDue = createPicker({ db, skipsLocked });
  /** Null leaves it as it was. Gives whether it was changed. */
  const change = (id: string, decide: (known: StoredDelivery) => StoredDelivery | null) =>
    db.transaction().execute(async (transaction) => {
      const found = transaction.selectFrom('webhook_deliveries').selectAll().where('id', '=', id);
      const row = await (skipsLocked ? found.forUpdate() : found).executeTakeFirst();
      const next = row && decide(toDelivery(row));
      if (!next) return false;
      await update(transaction, next);
      return true;
    });

  return {
    async listWebhooks() {
      const rows = await db.selectFrom('webhooks').select('webhook').orderBy('position').execute();
      return rows.map(({ webhook }) => webhook);
    },
    async addWebhook(webhook) {
      const insert = db.insertInto('webhooks').values({ id: webhook.id, webhook: JSON.stringify(webhook) });
      await insert.onConflict((known) => known.column('id').doNothing()).execute();
      const stored = db.selectFrom('webhooks').select('webhook').where('id', '=', webhook.id);
      return (await stored.executeTakeFirstOrThrow()).webhook;
    },
    async changeWebhook(webhook) {
      const changed = db
        .updateTable('webhooks')
        .set({ webhook: JSON.stringify(webhook) })
        .where('id', '=', webhook.id);
      return (await changed.executeTakeFirst()).numUpdatedRows > 0n;
    },
    deleteWebhook: (id) =>
      db.transaction().execute(async (transaction) => {
        await transaction.deleteFrom('webhook_deliveries').where('webhook_id', '=', id).execute();
        const deleted = await transaction.deleteFrom('webhooks').where('id', '=', id).executeTakeFirst();
        return deleted.numDeletedRows > 0n;
      }),
    async addDelivery(delivery) {
      await db.insertInto('webhook_deliveries').values(toDeliveryRow(delivery)).execute();
    },
    async listDeliveries(webhook, limit) {
      const own = db.selectFrom('webhook_deliveries').selectAll().where('webhook_id', '=', webhook);
      const rows = await own.orderBy('position', 'desc').limit(limit).execute();
      return rows.map(toDelivery);
    },
    claimDeliveries: (claim) =>
      db.transaction().execute(async (transaction) => {
        const query = transaction.selectFrom('webhook_deliveries').selectAll();
        const rows = await pickDue(query, 'due_at', dueMessages(claim.now), claim).execute();
        const begun = rows.map((row) => beginTry(toDelivery(row), claim));
        for (const one of begun) await update(transaction, one);
        return begun;
      }),
    async settleDelivery(id, tries, outcome) {
      await change(id, (known) => settleTry(known, tries, outcome));
    },
    redeliver: (webhook, id, now) => change(id, (known) => (known.webhook === webhook ? tryAgain(known, now) : null)),
    async countDeliveries() {
      const counted = db.selectFrom('webhook_deliveries').select(['state', ({ fn }) => fn.countAll().as('many')]);
      const rows = await counted.groupBy('state').execute();
      return { ...emptyOutbox, ...Object.fromEntries(rows.map(({ state, many }) => [state, Number(many)])) };
    },
    async sweepDeliveries(settledBefore) {
      await db.deleteFrom('webhook_deliveries').where('settled_at', '<', settledBefore).execute();
    },
  };
}

async function update(db: Kysely<Tables>, delivery: StoredDelivery): Promise<void> {
  await db.updateTable('webhook_deliveries').set(toStateColumns(delivery)).where('id', '=', delivery.id).execute();
}

const toStateColumns = ({ delivery }: StoredDelivery) => ({
  delivery: JSON.stringify(delivery),
  due_at: dueTime({ delivery }),
  settled_at: delivery.state === 'waiting' ? null : delivery.at,
});

export const toDeliveryRow = (delivery: StoredDelivery) => ({
  id: delivery.id,
  webhook_id: delivery.webhook,
  event: JSON.stringify(delivery.event),
  ...toStateColumns(delivery),
});

const toDelivery = ({
  id,
  webhook_id: webhook,
  event,
  delivery,
}: Selectable<Tables['webhook_deliveries']>): StoredDelivery => ({ id, webhook, event, delivery });
