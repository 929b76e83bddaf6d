/**
 * PostgreSQL as Kysely drives it, with a server that does not answer told from a statement that is wrong: whoever asked is to come
 * back (`storage-outage.ts`). Note: a commit whose answer was lost is told in the same way, and may have been done. A connection that broke
 * while nobody used it is nobody's outage: another one takes its place (`held-connection.ts`).
 */
import { type DatabaseConnection, type Driver, PostgresDialect } from 'kysely';
import { DatabaseError } from 'pg';

import { toStorageOutage } from '#backend/store/storage-outage.ts';
import { HeldConnection } from '#hosts/node/postgres/held-connection.ts';

/**
 * Classes of SQLSTATE: no connection, only reading (a server that was replaced), no room left, no lock in time, told to stop (also by a
 * limit of time), the server's disk. What is not from the server is about the connection to it.
 */
const outages = /^(08|25006|53|55P03|57|58)/;

const isOutage = (error: unknown): boolean => !(error instanceof DatabaseError) || outages.test(error.code ?? '');

async function attempt<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isOutage(error) ? toStorageOutage(error) : error;
  }
}

export class OutageReportingDialect extends PostgresDialect {
  override createDriver(): Driver {
    return reportOutages(super.createDriver());
  }
}

function reportOutages(driver: Driver): Driver {
  const held = new WeakMap<DatabaseConnection, HeldConnection>();
  const heldAs = (connection: DatabaseConnection): HeldConnection => {
    const known = held.get(connection);
    if (!known) throw new Error('Failed to use a connection: it is not of this pool.');
    return known;
  };
  return {
    init: (options) => driver.init(options),
    acquireConnection: async () => {
      const own = await HeldConnection.take(driver).catch((error: unknown) => {
        throw toStorageOutage(error);
      });
      const connection: DatabaseConnection = {
        executeQuery: (query) => attempt(() => own.execute(query)),
        streamQuery: (query, size) => own.current.streamQuery(query, size),
      };
      held.set(connection, own);
      return connection;
    },
    beginTransaction: (connection, settings) => attempt(() => heldAs(connection).begin(settings)),
    commitTransaction: (connection) => attempt(() => driver.commitTransaction(heldAs(connection).current)),
    rollbackTransaction: (connection) => attempt(() => driver.rollbackTransaction(heldAs(connection).current)),
    releaseConnection: (connection) => heldAs(connection).release(),
    destroy: (options) => driver.destroy(options),
  };
}
