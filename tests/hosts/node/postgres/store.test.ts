import { afterAll, afterEach, beforeAll } from 'vitest';

import { openPostgres, type Postgres } from '#hosts/node/postgres/open-postgres.ts';
import { describePeople } from '#tests/backend/store/people-suite.ts';
import { describeSettings } from '#tests/backend/store/settings-suite.ts';
import { describeStore } from '#tests/backend/store/store-suite.ts';
import { describeSystems } from '#tests/backend/store/systems-suite.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/postgres/open-test-database.ts';

let database: TestDatabase;
const opened: Postgres[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  await database.query(
    'truncate sessions, links, log_entries, outbox, settings, settings_log, presences, attendances, people, teams, sign_ins, sign_in_tries, api_keys, webhooks, webhook_deliveries, starting_agents',
  );
  await database.query('update directory set version = 0');
});

afterAll(() => database.remove());

/** Note: opened anew for each test, or one would hear what was told in the one before. */
const open = async () => {
  const postgres = await openPostgres(database.url);
  opened.push(postgres);
  return postgres.store;
};

const hands = async () => {
  const [store, other] = await Promise.all([open(), open()]);
  return { store, other };
};

describeStore('PostgreSQL', hands);
describePeople('PostgreSQL', hands);
describeSettings('PostgreSQL', hands);
describeSystems('PostgreSQL', hands);
