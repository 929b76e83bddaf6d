/**
 * How this program talks to PostgreSQL: nothing it asks may take for ever, and a server that is gone shows as a failure soon. The
 * address holds a password, so it is in no message.
 */
import { type ClientConfig, Client, types } from 'pg';

/** Milliseconds. */
export type Patience = typeof usualPatience;
export const usualPatience = {
  /** For a connection, a new one or a free one of the pool. */
  connecting: 5_000,
  /** For one statement, and for another process that holds the row. The server gives up. */
  statement: 5_000,
  /** For a process that stopped in the middle of a transaction. The server gives up. */
  idleInTransaction: 10_000,
  /** For all that is done on one connection at a time; then it is taken for dead, whatever it says. */
  holding: 10_000,
};

// Note: big integers (positions, times) are texts to the driver; ours are all within what a number can hold.
types.setTypeParser(types.builtins.INT8, Number);

export const toConnection = (url: string, { connecting }: Patience = usualPatience) =>
  ({
    connectionString: url,
    fallback_application_name: 'session-room',
    connectionTimeoutMillis: connecting,
    // Note: without it a connection on which nothing is asked never notices that the other side is gone.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  }) satisfies ClientConfig;

/** Does the work on a connection of its own; what is asked may take as long as it takes. */
export async function onOwnConnection<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({
    ...toConnection(url),
    idle_in_transaction_session_timeout: usualPatience.idleInTransaction,
  });
  client.on('error', leaveToNext);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Of a connection that breaks while nothing is asked on it: who asks next is told. Note: without a listener it ends the process. */
export const leaveToNext = (): void => undefined;
