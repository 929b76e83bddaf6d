/** A customer who opens the link of a scenario, and what the mock backend keeps that no page shows. */
import { expect, type Page } from '@playwright/test';
import * as z from 'zod/mini';

import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';

/** Ends on the first screen. Gives the customer's link. */
export async function openScenario(page: Page, name: ScenarioName, query = ''): Promise<string> {
  await page.goto(`/?scenario=${name}${query}`);
  await expect(page).toHaveURL(/\/s\/[\w-]{43}/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return new URL(page.url()).pathname.split('/').slice(0, 3).join('/');
}

const messageSchema = z.object({
  kind: z.enum(['invitation', 'new-link']),
  channel: z.enum(['email', 'sms']),
  to: z.string(),
  url: z.string(),
});

/** Every message that left, oldest first, of whatever scenario was opened in this browser. */
export async function readOutbox(page: Page) {
  const messages = await page.evaluate(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('session-room');
        opening.addEventListener('error', () => reject(opening.error ?? new Error('Failed to open.')));
        opening.addEventListener('success', () => {
          const reading = opening.result.transaction('outbox').objectStore('outbox').getAll();
          reading.addEventListener('success', () => {
            opening.result.close();
            resolve(reading.result);
          });
        });
      }),
  );
  return z.array(messageSchema).parse(messages);
}

/** Paths below `/api/` that the page asks for from now on. */
export function watchRequests(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) paths.push(pathname);
  });
  return paths;
}
