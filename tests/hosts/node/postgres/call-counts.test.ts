/** How often somebody may call, counted by two processes on one database. */
import { hash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import { guessLimit, rateLimits } from '#contract/rate-limits.ts';
import { createSharedLimits } from '#hosts/node/limits/shared-limits.ts';
import { openPostgres } from '#hosts/node/postgres/open-postgres.ts';
import { callerOf, startTwoHosts, type TwoHosts } from '#tests/hosts/node/postgres/two-hosts.ts';

let hosts: TwoHosts;

beforeAll(async () => {
  hosts = await startTwoHosts();
});
afterAll(() => hosts.stop());

const perLink = rateLimits.get(getEntry)?.credential.points ?? 0;
const enter = async (origin: string, token: string) => (await callerOf(origin, token)(getEntry)).status;
const countRows = async () => (await hosts.database.query('select 1 from call_counts')).length;

/** Until it is refused; gives how often it was not. */
async function enterUntilRefused(origin: string, token: string): Promise<number> {
  for (let times = 0; ; times += 1) if ((await enter(origin, token)) === 429) return times;
}

describe('Two processes on one PostgreSQL', () => {
  it('give one budget to a link that goes to both of them, and nothing of it to others', async () => {
    const { token } = await hosts.startSession();
    expect(await enterUntilRefused(hosts.one, token)).toBe(perLink);
    let more = 0;
    await expect
      .poll(async () => ((await enter(hosts.other, token)) === 429 ? 429 : (more += 1)), {
        interval: 100,
        timeout: 10_000,
      })
      .toBe(429);
    expect(more).toBeLessThan(perLink / 2);
    expect(await enter(hosts.other, (await hosts.startSession()).token)).toBe(200);
  });

  it('share who guessed, and who is none of those', async () => {
    const [known, fresh] = [await hosts.startSession(), await hosts.startSession()];
    expect(await enter(hosts.one, known.token)).toBe(200);
    for (let time = 0; time <= guessLimit.points; time += 1) await enter(hosts.one, `a-guess-of-a-link-number-${time}`);
    expect(await enter(hosts.one, fresh.token)).toBe(429);
    await expect
      .poll(() => enter(hosts.other, 'a-guess-through-the-other'), { interval: 100, timeout: 10_000 })
      .toBe(429);
    expect(await enter(hosts.other, fresh.token)).toBe(429);
    expect(await enter(hosts.other, known.token)).toBe(200);
  });

  it('write nothing for those who call as people do', async () => {
    const { counts, close } = await openPostgres(hosts.database.url);
    const limits = createSharedLimits(counts);
    const before = await countRows();
    for (let time = 0; time < perLink / 10 - 1; time += 1)
      await limits.count('a link', { points: perLink, seconds: 60 }, 1);
    await limits.count('told', { points: 0, seconds: 60 }, 1);
    const told = () =>
      hosts.database.query('select 1 from call_counts where key = $1', [hash('sha256', 'told', 'base64url')]);
    await expect.poll(told, { timeout: 10_000 }).toHaveLength(1);
    expect(await countRows()).toBe(before + 1);
    await close();
  });

  it('forget what is over, and count anew', async () => {
    const postgres = await Promise.all([openPostgres(hosts.database.url), openPostgres(hosts.database.url)]);
    const [one, other] = postgres.map(({ counts }) => counts);
    const row = { key: 'short', used: 3, endsIn: 300 };
    await one?.exchange([row]);
    expect(await other?.exchange([row])).toContainEqual(expect.objectContaining({ key: 'short', used: 6 }));
    await expect.poll(async () => (await other?.exchange([]))?.some(({ key }) => key === 'short')).toBe(false);
    expect(await one?.exchange([row])).toContainEqual(expect.objectContaining({ key: 'short', used: 3 }));
    await expect
      .poll(async () => {
        await one?.exchange([{ ...row, key: 'another' }]);
        return hosts.database.query(`select 1 from call_counts where key = 'short'`);
      })
      .toEqual([]);
    await Promise.all(postgres.map(({ close }) => close()));
  });
});
