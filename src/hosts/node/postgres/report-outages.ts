/**
 * PostgreSQL as Kysely drives it, with a server that does not answer told from a statement that is wrong: whoever asked is to come
 * back (`storage-outage.ts`). Note: a commit whose answer was lost is told in the same way, and may have been done.
 */
import { type DatabaseConnection, type Driver, PostgresDialect } from 'kysely';
import { DatabaseError } from 'pg';

import { toStorageOutage } from '#backend/store/storage-outage.ts';

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
  const own = new WeakMap<DatabaseConnection, DatabaseConnection>();
  const ownOf = (connection: DatabaseConnection): DatabaseConnection => own.get(connection) ?? connection;
  return {
    init: (options) => driver.init(options),
    acquireConnection: async (options) => {
      const found = await driver.acquireConnection(options).catch((error: unknown) => {
        throw toStorageOutage(error);
      });
      const connection: DatabaseConnection = {
        executeQuery: (query) => attempt(() => found.executeQuery(query)),
        streamQuery: (query, size) => found.streamQuery(query, size),
      };
      own.set(connection, found);
      return connection;
    },
    beginTransaction: (connection, settings) => attempt(() => driver.beginTransaction(ownOf(connection), settings)),
    commitTransaction: (connection) => attempt(() => driver.commitTransaction(ownOf(connection))),
    rollbackTransaction: (connection) => attempt(() => driver.rollbackTransaction(ownOf(connection))),
    releaseConnection: (connection, options) => driver.releaseConnection(ownOf(connection), options),
    destroy: (options) => driver.destroy(options),
  };
}
