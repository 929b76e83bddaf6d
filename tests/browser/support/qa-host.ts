/**
 * The mock backend in the customer's own browser. The agent works there too, in a tab of its own, so whatever reaches the customer's page
 * came live from another tab. Every browser is a world of its own, so no test meets another.
 */
import { type BrowserContext, expect, type Page } from '@playwright/test';
import * as z from 'zod/mini';

import { teamIdSchema } from '#contract/ids.ts';
import { qaCredential } from '#backend/scenarios/scenario-agent.ts';
import type { Desk, Host } from '#tests/browser/support/host.ts';
import { openScenario } from '#tests/browser/support/scenario.ts';

export const qaHost: Host = {
  openDesk,
  openScenario: (page, name, language) => openScenario(page, name, language && `&lang=${language}`),
  readOutbox: async (page) => outboxSchema.parse(JSON.parse(await readDatabase(page))).outbox.values,
  readEverything: async (page) => {
    await page.goto('/');
    return readDatabase(page);
  },
  // Note: the backend goes by the clock of the page that it runs in.
  setTime: (page, time) => page.clock.setSystemTime(time),
};

/** Any address behind which the backend runs and nothing else happens. */
const nobodysLink = '/s/a-link-that-nobody-was-given';

async function openDesk(context: BrowserContext): Promise<Desk> {
  const desk = await context.newPage();
  await desk.goto(nobodysLink);
  await expect(desk.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  const team = teamIdSchema.parse('browser-tests');
  return {
    origin: new URL(desk.url()).origin,
    team,
    credential: qaCredential(team),
    send: (request) => sendFrom(desk, request),
  };
}

/** Sends a request from inside a page, where the mock backend answers it. */
async function sendFrom(page: Page, request: Request): Promise<Response> {
  const body = Buffer.from(await request.arrayBuffer()).toString('base64');
  const answer = await page.evaluate(
    async ({ url, method, headers, body }) => {
      const bytes = Uint8Array.from(atob(body), (character) => character.codePointAt(0) ?? 0);
      const response = await fetch(url, { method, headers, ...(bytes.length > 0 && { body: bytes }) });
      const answer = Array.from(new Uint8Array(await response.arrayBuffer()), (byte) => String.fromCharCode(byte));
      return { status: response.status, headers: [...response.headers], base64: btoa(answer.join('')) };
    },
    { url: request.url, method: request.method, headers: [...request.headers], body },
  );
  return new Response(answer.status === 204 ? null : Buffer.from(answer.base64, 'base64'), answer);
}

const messageSchema = z.object({
  kind: z.string(),
  channel: z.enum(['email', 'sms']),
  to: z.string(),
  url: z.nullable(z.string()),
});
const outboxSchema = z.object({ outbox: z.object({ values: z.array(messageSchema) }) });

/** JSON: the keys and values of each store. */
const readDatabase = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const settle = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('Failed to read.')));
      });
    const toText = (_: string, value: unknown) =>
      value instanceof Uint8Array
        ? { length: value.length, sum: value.reduce((sum, byte, at) => (sum * 31 + byte + at) % 1_000_003, 0) }
        : value;
    const database = await settle(indexedDB.open('session-room'));
    const stores = [...database.objectStoreNames].map(async (name) => {
      const store = database.transaction(name).objectStore(name);
      return [name, { keys: await settle(store.getAllKeys()), values: await settle(store.getAll()) }] as const;
    });
    const everything = JSON.stringify(Object.fromEntries(await Promise.all(stores)), toText);
    database.close();
    return everything;
  });
