/**
 * Who is there in any of the processes, as rows that each process keeps alive for its own: they run out by themselves when it dies. The
 * table is unlogged: what is true only at this moment need not outlive the server either.
 */
import { type Kysely, sql } from 'kysely';

import type { ParticipantId } from '#contract/ids.ts';
import { createAttendance } from '#backend/store/attendance.ts';
import type { Store } from '#backend/store/store.ts';
import type { Tables } from '#hosts/node/sql/tables.ts';

const refreshMilliseconds = 20_000;
/** By the clock of the database. */
const validFor = sql<Date>`now() + interval '60 seconds'`;

export type PostgresAttendance = Pick<Store, 'attend' | 'isThere'> & { stop: () => Promise<void> };

/** `tell`: every process, once it can be read that this participant came or went. */
export function keepAttendance(
  db: Kysely<Tables>,
  tell: (participant: ParticipantId) => Promise<void>,
  process = crypto.randomUUID(),
): PostgresAttendance {
  const here = createAttendance();
  const enter = async (participants: readonly ParticipantId[]): Promise<void> => {
    if (participants.length === 0) return;
    const rows = participants.map((participant) => ({ process, participant, until: validFor }));
    const insert = db.insertInto('attendances').values(rows);
    await insert
      .onConflict((known) => known.columns(['process', 'participant']).doUpdateSet({ until: validFor }))
      .execute();
  };
  const leave = (participant: ParticipantId) =>
    db.deleteFrom('attendances').where('process', '=', process).where('participant', '=', participant).execute();
  const refresh = async (): Promise<void> => {
    const all = here.everybody();
    await db
      .deleteFrom('attendances')
      .where('until', '<', sql<Date>`now()`)
      .execute();
    for (let from = 0; from < all.length; from += 1_000) await enter(all.slice(from, from + 1_000));
  };

  // Note: one after the other, or who left could come in last. A write that fails is made good, or runs out, within a minute.
  let written = Promise.resolve();
  const write = (work: () => Promise<unknown>): void => {
    written = written.then(work).then(
      () => undefined,
      () => undefined,
    );
  };
  const timer = setInterval(() => write(refresh), refreshMilliseconds);
  timer.unref();

  return {
    attend(participant) {
      const leaveHere = here.attend(participant);
      write(() => enter([participant]).then(() => tell(participant)));
      return () => {
        leaveHere();
        if (!here.isThere(participant)) write(() => leave(participant).then(() => tell(participant)));
      };
    },
    async isThere(participant) {
      if (here.isThere(participant)) return true;
      const rows = db.selectFrom('attendances').select('process').where('participant', '=', participant);
      return (await rows.where('until', '>', sql<Date>`now()`).executeTakeFirst()) !== undefined;
    },
    stop: async () => {
      clearInterval(timer);
      write(() => db.deleteFrom('attendances').where('process', '=', process).execute());
      await written;
    },
  };
}
