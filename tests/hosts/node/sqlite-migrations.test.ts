import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Database } from '#hosts/node/sqlite/open-database.ts';
import { openDatabase } from '#hosts/node/sqlite/open-database.ts';
import { sessionsMigration } from '#hosts/node/sqlite/migrations/001-sessions.ts';
import { createSqliteStore } from '#hosts/node/sqlite/sqlite-store.ts';
import { buildMessage, buildRecord, sessionId } from '#tests/backend/store/build-record.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';

let folder: ReturnType<typeof makeTemporaryFolder>;
let database: Database;

beforeEach(() => {
  folder = makeTemporaryFolder();
});
afterEach(() => {
  database.close();
  folder.remove();
});

const without = <Value extends object>(value: Value, ...names: (keyof Value)[]): Partial<Value> => {
  const copy: Partial<Value> = { ...value };
  for (const name of names) delete copy[name];
  return copy;
};

/** A database as the version before messages went out left it. */
function writeOld(): void {
  const path = join(folder.path, 'room.db');
  const old = openDatabase(path, [sessionsMigration]);
  const record = buildRecord();
  const participants = record.participants.map((participant) => ({
    ...without(participant, 'language'),
    name: '{"a": "Zażółć \u0000 \ud83d"}',
  }));
  const stored = { ...without(record, 'outreach'), participants };
  old.prepare('insert into sessions values (?, 1, ?)').run(sessionId, JSON.stringify(stored));
  old
    .prepare('insert into outbox (id, session_id, message) values (?, ?, ?)')
    .run('old', sessionId, JSON.stringify(without(buildMessage('old'), 'language', 'words')));
  old.close();
  database = openDatabase(path);
}

describe('A database from before messages went out', () => {
  it('has its sessions, letter for letter, and looks at each of them once', async () => {
    writeOld();
    const store = createSqliteStore(database);
    const [customer] = buildRecord().participants;
    await expect(store.loadSession(sessionId)).resolves.toEqual(
      buildRecord({
        participants: customer ? [{ ...customer, name: '{"a": "Zażółć \u0000 \ud83d"}' }] : [],
      }),
    );
    await expect(store.claimSessions({ now: 5_000, lease: 1_000, limit: 10 })).resolves.toEqual([sessionId]);
  });

  it('keeps what was written then, with its link, and sends it to nobody', async () => {
    writeOld();
    const store = createSqliteStore(database);
    await expect(store.claimMessages({ now: Date.now(), lease: 1_000, limit: 10 })).resolves.toEqual([]);
    await expect(store.listOutbox()).resolves.toMatchObject([
      { id: 'old', url: buildMessage('old').url, language: 'en', words: { text: '' }, delivery: { state: 'kept' } },
    ]);
  });
});
