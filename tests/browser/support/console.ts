/** Somebody of the business in a browser of theirs, signed in to the console. */
import type { Page } from '@playwright/test';

import type { World } from '#tests/browser/support/world.ts';

/** `credential`: their bearer; the desk's own person unless said otherwise. Ends on the page's heading. */
export async function openConsole(
  page: Page,
  { origin, credential }: Pick<World, 'origin' | 'credential'>,
  path = '/',
) {
  await page.addInitScript((bearer) => {
    // Note: once a tab, because who has signed out stays out, whatever page the tab shows next.
    if (sessionStorage.getItem('signed-in') === bearer) return;
    sessionStorage.setItem('signed-in', bearer);
    localStorage.setItem('session-room:console-bearer', JSON.stringify(bearer));
  }, credential);
  await page.goto(`${origin}/console${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
