/** The connections that requests share. Each is held for as long as one transaction takes, so a few are enough for one process. */
import { Pool, type PoolClient } from 'pg';

import { leaveToNext, type Patience, toConnection } from '#hosts/node/postgres/connection.ts';

/** Note: more would only wait for each other: the process has one thread, the server a core or two for it. */
export const connections = 6;

export function openPool(url: string, patience: Patience): Pool {
  const pool = new Pool({
    ...toConnection(url, patience),
    max: connections,
    statement_timeout: patience.statement,
    idle_in_transaction_session_timeout: patience.idleInTransaction,
  });
  pool.on('error', leaveToNext);
  pool.on('connect', (client) => client.on('error', leaveToNext));
  endWhenHeldFor(pool, patience.holding);
  return pool;
}

/** Note: a network that swallows everything says nothing, not even no; the server's own limits end only what it hears of. */
function endWhenHeldFor(pool: Pool, milliseconds: number): void {
  const deadlines = new WeakMap<PoolClient, NodeJS.Timeout>();
  pool.on('acquire', (client) => {
    deadlines.set(
      client,
      setTimeout(() => void client.end(), milliseconds),
    );
  });
  pool.on('release', (_, client) => clearTimeout(deadlines.get(client)));
}
