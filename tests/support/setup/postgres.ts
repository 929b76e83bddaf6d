/**
 * The one PostgreSQL of a run of Vitest, started when the first test asks for it (`open-test-database.ts`) and stopped at the end. Tests
 * run in processes of their own, so they ask at a port of this machine that only they know.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';

import { givenPostgres } from '#tests/support/postgres/find-postgres.ts';
import { type PostgresServer, startPostgres } from '#tests/support/postgres/start-postgres.ts';

export async function setup(): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined;
  const findUrl = async (): Promise<string> => {
    const given = givenPostgres();
    if (given !== undefined) return given;
    server ??= startPostgres();
    return (await server).url;
  };

  const door = createServer((_, response) => {
    findUrl().then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(503).end(error instanceof Error ? error.message : ''),
    );
  });
  door.listen(0, 'localhost');
  await once(door, 'listening');
  const address = door.address();
  if (typeof address !== 'object' || !address) throw new Error('Failed to open the door to PostgreSQL.');
  process.env['TEST_POSTGRES_DOOR'] = `http://localhost:${address.port}`;

  return async () => {
    door.close();
    door.closeAllConnections();
    await server?.then(
      ({ stop }) => stop(),
      () => undefined,
    );
  };
}
