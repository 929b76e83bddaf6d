/** Rows whose time has come, up to now and what was planned by a wrong clock, the longest due first; what another process is taking is passed over. */
import type { SelectQueryBuilder } from 'kysely';

import type { Claim, dueMessages } from '#backend/messages/delivery.ts';
import type { SqlDatabase } from '#hosts/node/sql/news.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

type Due = ReturnType<typeof dueMessages>;

export const createPicker =
  ({ db, skipsLocked }: Pick<SqlDatabase, 'db' | 'skipsLocked'>) =>
  <Table extends 'outbox' | 'sessions' | 'webhook_deliveries', Row>(
    query: SelectQueryBuilder<Tables, Table, Row>,
    column: 'due_at' | 'wake_at',
    { now, mistaken }: Due,
    { limit }: Claim,
  ) => {
    const time = db.dynamic.ref(column);
    const due = query
      .where((is) => is.or([is(time, '<=', now), is(time, '>', mistaken)]))
      .orderBy(time)
      .limit(limit);
    return skipsLocked ? due.forUpdate().skipLocked() : due;
  };
