import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { participantIdSchema } from '#contract/ids.ts';
import { openPostgres, type Postgres } from '#hosts/node/postgres/open-postgres.ts';
import { openTestDatabase, type TestDatabase } from '#tests/support/postgres/open-test-database.ts';

let database: TestDatabase;
const opened: Postgres[] = [];
const someone = participantIdSchema.parse('someone');

beforeAll(async () => {
  database = await openTestDatabase();
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));
afterAll(() => database.remove());

const open = async () => {
  const postgres = await openPostgres(database.url);
  opened.push(postgres);
  return postgres;
};

it('Whoever was there by a process that died is there no longer than a minute', async () => {
  const { store } = await open();
  const say = (until: string) =>
    database.query(`insert into attendances values ('killed', '${someone}', now() + interval '${until}')
      on conflict (process, participant) do update set until = excluded.until`);
  await say('60 seconds');
  await expect(store.isThere(someone)).resolves.toBe(true);
  await say('-1 second');
  await expect(store.isThere(someone)).resolves.toBe(false);
});

it('A process that stops takes along whoever was there by it, and nobody else', async () => {
  const [first, second] = [await open(), await open()];
  first.store.attend(someone);
  second.store.attend(participantIdSchema.parse('somebody-else'));
  await expect.poll(() => second.store.isThere(someone)).toBe(true);
  await first.close();
  opened.splice(opened.indexOf(first), 1);
  await expect(second.store.isThere(someone)).resolves.toBe(false);
  await expect(second.store.isThere(participantIdSchema.parse('somebody-else'))).resolves.toBe(true);
});
