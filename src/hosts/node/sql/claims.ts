/**
 * What is due, for one process at a time: a claim is one transaction over what it takes, and where several processes share the
 * database it passes over what another one is just taking.
 */
import { beginTry, dueMessages, dueSessions, dueTime, settleMessageTry } from '#backend/messages/delivery.ts';
import type { StoredMessage } from '#backend/messages/outbox-message.ts';
import type { Store } from '#backend/store/store.ts';
import type { SqlDatabase } from '#hosts/node/sql/news.ts';
import { createPicker } from '#hosts/node/sql/pick-due.ts';

export const toDeliveryColumns = (message: StoredMessage) => ({
  delivery: JSON.stringify(message.delivery),
  due_at: dueTime(message),
});

export function createSqlClaims({
  db,
  skipsLocked,
}: SqlDatabase): Pick<Store, 'claimMessages' | 'settleMessage' | 'changeMessage' | 'claimSessions'> {
  const pickDue = createPicker({ db, skipsLocked });

  const changeMessage: Store['changeMessage'] = (id, decide) =>
    db.transaction().execute(async (transaction) => {
      const query = transaction.selectFrom('outbox').select(['message', 'delivery']).where('id', '=', id);
      const row = await (skipsLocked ? query.forUpdate() : query).executeTakeFirst();
      const known = row && { ...row.message, delivery: row.delivery };
      const next = known && decide(known);
      if (!next) return known;
      const { delivery: _, ...message } = next;
      await transaction
        .updateTable('outbox')
        .set({ message: JSON.stringify(message), ...toDeliveryColumns(next) })
        .where('id', '=', id)
        .execute();
      return next;
    });

  return {
    claimMessages: (claim) =>
      db.transaction().execute(async (transaction) => {
        const query = transaction.selectFrom('outbox').select(['message', 'delivery']);
        const rows = await pickDue(query, 'due_at', dueMessages(claim.now), claim).execute();
        const begun = rows.map(({ message, delivery }) => beginTry({ ...message, delivery }, claim));
        for (const message of begun) {
          await transaction
            .updateTable('outbox')
            .set(toDeliveryColumns(message))
            .where('id', '=', message.id)
            .execute();
        }
        return begun;
      }),
    settleMessage: async (id, tries, outcome) => {
      await changeMessage(id, (message) => settleMessageTry(message, tries, outcome));
    },
    changeMessage,
    claimSessions: (claim) =>
      db.transaction().execute(async (transaction) => {
        const query = transaction.selectFrom('sessions').select('id');
        const ids = (await pickDue(query, 'wake_at', dueSessions(claim.now), claim).execute()).map(({ id }) => id);
        if (ids.length === 0) return [];
        await transaction
          .updateTable('sessions')
          .set({ wake_at: claim.now + claim.lease })
          .where('id', 'in', ids)
          .execute();
        return ids;
      }),
  };
}
