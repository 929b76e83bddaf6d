/** What all processes counted of calls, in a table that need not outlive the server; what is over is taken away by whoever counts next. */
import { type Kysely, sql } from 'kysely';

import type { CallCounts, SharedCount } from '#hosts/node/limits/shared-limits.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

const now = sql<Date>`now()`;
const inMilliseconds = (time: number) => sql<Date>`now() + ${Math.ceil(time)} * interval '1 millisecond'`;

export function keepCallCounts(db: Kysely<Tables>): CallCounts {
  /** What was written by a transaction that was seen late counts as new for a while. */
  let seenUntil = sql<Date>`'-infinity'::timestamptz`;

  const add = async (counted: readonly SharedCount[]): Promise<void> => {
    if (counted.length === 0) return;
    // Note: everybody in one order, or two could wait for each other.
    const rows = counted
      .toSorted((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ key, used, endsIn }) => ({ key, used, ends_at: inMilliseconds(endsIn), changed_at: now }));
    await db
      .insertInto('call_counts')
      .values(rows)
      .onConflict((known) =>
        known.column('key').doUpdateSet({
          used: sql`excluded.used + case when call_counts.ends_at > now() then call_counts.used else 0 end`,
          ends_at: sql`case when call_counts.ends_at > now() then call_counts.ends_at else excluded.ends_at end`,
          changed_at: now,
        }),
      )
      .execute();
    const over = db.selectFrom('call_counts').select('key').where('ends_at', '<=', now).forUpdate().skipLocked();
    await db.deleteFrom('call_counts').where('key', 'in', over).execute();
  };

  return {
    exchange: async (counted) => {
      await add(counted);
      const rows = await db
        .selectFrom('call_counts')
        .select([
          'key',
          'used',
          sql<number>`extract(epoch from ends_at - now())::float8 * 1000`.as('endsIn'),
          now.as('at'),
        ])
        .where('changed_at', '>', seenUntil)
        .where('ends_at', '>', now)
        .execute();
      const [first] = rows;
      if (first) seenUntil = sql<Date>`${first.at}::timestamptz - interval '5 seconds'`;
      return rows;
    },
  };
}
