import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { allMigrations } from '#hosts/node/sqlite/migrations/all-migrations.ts';
import { openDatabase } from '#hosts/node/sqlite/open-database.ts';
import { createSqliteStore } from '#hosts/node/sqlite/sqlite-store.ts';
import { agent, buildRecord, sessionId } from '#tests/backend/store/build-record.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';

it('A session from before there were people is found in the list, by all that it is found by', async () => {
  const { path, remove } = makeTemporaryFolder();
  const file = join(path, 'room.db');
  const old = openDatabase(file, allMigrations.slice(0, 3));
  const record = buildRecord({ startedAt: 5_000, state: 'ended' });
  old.prepare('insert into sessions (id, version, record) values (?, 1, ?)').run(
    record.id,
    JSON.stringify({
      ...record,
      participants: record.participants.map((one) => ({ ...one, name: 'Mäya\u0000', email: 'Maya@example.com' })),
    }),
  );
  old.close();

  const database = openDatabase(file);
  onTestFinished(() => {
    database.close();
    remove();
  });
  const store = createSqliteStore(database);
  const found = await store.listSessions({
    within: null,
    state: 'ended',
    team: record.team,
    agent,
    search: 'maya@ex',
    contact: { kind: 'email', value: 'maya@example.com' },
    limit: 10,
  });
  expect(found.map(({ id }) => id)).toEqual([sessionId]);
});
