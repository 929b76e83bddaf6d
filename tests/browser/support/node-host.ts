/**
 * The Node host on the room as it is built for customers, with a database of its own. One serves all tests of a worker, one after the other;
 * each of them is a team of its own, and every scenario a session of its own.
 */
import { randomUUID } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';

import { expect } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';

import { teamIdSchema } from '#contract/ids.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import type { Host } from '#tests/browser/support/host.ts';
import { operatorToken, startNodeHost } from '#tests/support/start-node-host.ts';

export async function openNodeHost(): Promise<Host & { stop: () => Promise<void> }> {
  let ahead = 0;
  const host = await startNodeHost({
    siteFolder: 'dist/room',
    consoleFolder: 'dist/console',
    now: () => Date.now() + ahead,
  });
  const { origin, inside } = host;
  return {
    stop: host.stop,
    openDesk: async () => {
      ahead = 0;
      const team = teamIdSchema.parse(`test-${randomUUID()}`);
      return { origin, team, credential: operatorToken, send: (request) => fetch(request) };
    },
    openScenario: async (page, name, language) => {
      const { url, faults } = await buildScenario(asOneBusiness(inside), name);
      if (faults.length > 0) throw new Error(`Failed to open “${name}”: nobody plays its network here.`);
      await page.goto(language ? `${url}?lang=${language}` : url);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      return url;
    },
    readOutbox: async (page) => {
      const messages = await inside.store.listOutbox();
      const sent = messages.find(({ url }) => url !== null && readToken(url) === readToken(page.url()));
      return messages.filter(({ sessionId }) => sessionId === sent?.sessionId);
    },
    readEverything: async (page) => {
      await page.goto('about:blank');
      return readFolder(join(host.folder, 'data'));
    },
    setTime: async (page, time) => {
      ahead = time - Date.now();
      await page.clock.setSystemTime(time);
    },
  };
}

/** Note: what one scenario sets for the whole system would count in all of them. */
const asOneBusiness = (deps: BackendDeps): BackendDeps => ({
  ...deps,
  store: {
    ...deps.store,
    settings: {
      ...deps.store.settings,
      commit: (commit) =>
        commit.place.level === 'system'
          ? Promise.reject(new Error('Failed to set the system: this host is one business.'))
          : deps.store.settings.commit(commit),
    },
  },
});

/** Every row of every table, and the names of all files. */
function readFolder(folder: string): string {
  const database = new SqliteDatabase(join(folder, 'room.db'), { readonly: true });
  const tables = database.prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'").all();
  const rows = tables.map(({ name }) => [name, database.prepare(`select * from "${name}"`).all()]);
  database.close();
  return JSON.stringify([...rows, globSync('blobs/**', { cwd: folder }).toSorted()]);
}
