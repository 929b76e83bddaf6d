/** A customer who opens the link of a scenario in QA's browser. */
import { expect, type Page } from '@playwright/test';

import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';

/** Ends on the first screen. Gives the customer's link. */
export async function openScenario(page: Page, name: ScenarioName, query = ''): Promise<string> {
  await page.goto(`/?scenario=${name}${query}`);
  await expect(page).toHaveURL(/\/s\/[\w-]{43}/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return toLink(page.url());
}

/** The customer's link, of any address that begins with it. */
export function toLink(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname.split('/').slice(0, 3).join('/');
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
