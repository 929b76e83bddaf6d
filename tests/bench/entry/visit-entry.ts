/** One visit to a link: when its content was painted, and what had been asked for and answered by then. */
import type { Browser, Page } from '@playwright/test';

import { readMarks, watchPage, type Sight } from '#tests/bench/page-marks.ts';
import { type Network, withVisit } from '#tests/bench/visit.ts';

export type Seen = {
  /** In milliseconds since the tap, one for each text that was wanted. */
  painted: number[];
  /** Paths, in the order they were asked for; the page itself is the first. */
  asked: string[];
  /** Those among them that had been answered when the first of the sights was painted. */
  answered: string[];
  /** Addresses on other origins, and fonts, during the whole visit. */
  strangers: string[];
};

const readRequests = async (page: Page, before: number) =>
  page.evaluate((before) => {
    // Note: the browser asks for the tab's icon by itself, and no content waits for it.
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href;
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    const requests = entries.flatMap((entry) => {
      if (!(entry instanceof PerformanceResourceTiming) || entry.startTime > before) return [];
      if (entry.name === icon) return [];
      return [{ path: new URL(entry.name).pathname, isAnswered: entry.responseEnd > 0 && entry.responseEnd <= before }];
    });
    return {
      asked: requests.map(({ path }) => path),
      answered: requests.filter(({ isAnswered }) => isAnswered).map(({ path }) => path),
    };
  }, before);

export const visitEntry = (browser: Browser, url: string, sights: readonly Sight[], network?: Network) =>
  withVisit(browser, network ? { network } : {}, async ({ page }): Promise<Seen> => {
    const { origin } = new URL(url);
    const strangers: string[] = [];
    page.on('request', (request) => {
      const isForeign = new URL(request.url()).origin !== origin && !request.url().startsWith('data:');
      if (isForeign || request.resourceType() === 'font') strangers.push(request.url());
    });
    await watchPage(page, sights);
    await page.goto(url, { waitUntil: 'commit' });
    const painted = await readMarks(
      page,
      sights.map(({ name }) => name),
    );
    return { painted, strangers, ...(await readRequests(page, painted[0] ?? 0)) };
  });
