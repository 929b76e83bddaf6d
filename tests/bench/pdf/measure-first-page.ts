/** How long the first page of a document takes once pdf.js and the bytes are there: in the room, and drawn by pdf.js alone. */
import type { Browser, Page } from '@playwright/test';

import { type Figure, toPairedFigure } from '#tests/bench/figure.ts';
import { inTurns } from '#tests/bench/in-turns.ts';
import { readMarks, watchPage } from '#tests/bench/page-marks.ts';
import { type PdfFolders, servePdf } from '#tests/bench/pdf/pdf-sites.ts';
import { withVisit } from '#tests/bench/visit.ts';

const pages = 50;

/** pdf.js, its worker, and the document, at either place. */
const needed = String.raw`/pdf[.-][^/]*\.m?js$|/document\.pdf$|/api/files/`;

type FirstPage = {
  /** From everything being there to the page being painted. */
  drawing: number;
  /** From the beginning of the visit. */
  total: number;
  width: number;
};

const readReady = (page: Page): Promise<number> =>
  page.evaluate((needed) => {
    const arrived = performance
      .getEntriesByType('resource')
      .filter(({ name }) => new RegExp(needed).test(new URL(name).pathname));
    if (arrived.length < 2) throw new Error('Failed to find pdf.js and the document among what was loaded.');
    return Math.max(...arrived.map(({ startTime, duration }) => startTime + duration));
  }, needed);

const visitDocument = (browser: Browser, url: string): Promise<FirstPage> =>
  withVisit(browser, {}, async ({ page }) => {
    await watchPage(page, [{ name: 'page', text: null, within: 'canvas' }]);
    await page.goto(url, { waitUntil: 'commit' });
    const [total = Number.NaN] = await readMarks(page, ['page']);
    const width = await page.evaluate(() => document.querySelector('canvas')?.width ?? 0);
    return { total, width, drawing: total - (await readReady(page)) };
  });

type PdfBench = { browser: Browser; folders: PdfFolders; rounds: number };

export async function measureFirstPage({ browser, folders, rounds }: PdfBench): Promise<Figure[]> {
  const sites = await servePdf(folders, pages);
  const { ours, other } = await inTurns(rounds, {
    other: () => visitDocument(browser, sites.bare),
    ours: () => visitDocument(browser, sites.room),
  });
  sites.stop();
  const pick = (visits: readonly FirstPage[], key: keyof FirstPage) => visits.map((visit) => visit[key]);
  const widths = `canvas ${ours[0]?.width} px wide in the room, ${other[0]?.width} px in the bare page; ${pages} pages`;
  return [
    toPairedFigure({
      title: 'first PDF page, from pdf.js and bytes being there',
      unit: 'ms',
      ours: pick(ours, 'drawing'),
      other: pick(other, 'drawing'),
      otherName: 'bare pdf.js',
      must: 1.25,
      goal: 1.1,
      notes: [widths],
    }),
    toPairedFigure({
      title: 'first PDF page, from the tap (no network limit)',
      unit: 'ms',
      ours: pick(ours, 'total'),
      other: pick(other, 'total'),
      otherName: 'bare pdf.js',
      notes: ['the room also asks for the entry and starts itself before'],
    }),
  ];
}
