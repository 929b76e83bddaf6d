/** What a document of 200 pages takes in memory while a customer pages through it, beside a page that draws all of it. Linux only. */
import { existsSync, readFileSync } from 'node:fs';

import type { Browser, Page } from '@playwright/test';

import { type Figure, toPairedFigure } from '#tests/bench/figure.ts';
import { inTurns } from '#tests/bench/in-turns.ts';
import { type PdfFolders, servePdf } from '#tests/bench/pdf/pdf-sites.ts';
import { phone } from '#tests/bench/visit.ts';

const pages = 200;
const measuredEvery = 20;

/** In MB: of all the browser's processes, what is theirs and their share of what they share (PSS). */
async function readMemory(browser: Browser): Promise<number> {
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  await devtools.detach();
  const kilobytes = processInfo.map(({ id }) => {
    const path = `/proc/${id}/smaps_rollup`;
    const [, pss = '0'] = /^Pss:\s+(\d+) kB/m.exec(existsSync(path) ? readFileSync(path, 'utf8') : '') ?? [];
    return Number(pss);
  });
  const sum = kilobytes.reduce((all, one) => all + one, 0);
  if (sum === 0) throw new Error('Failed to measure memory: only Linux tells how much each process takes.');
  return sum / 1000;
}

const countCanvases = (page: Page) => page.evaluate(() => document.querySelectorAll('canvas').length);

/** Every page until it is drawn; gives the most that was needed on the way. */
async function pageThrough(page: Page, browser: Browser): Promise<number> {
  let most = 0;
  for (let index = 0; index < pages; index += 1) {
    await page.waitForSelector(`[data-page="${index}"]`, { state: 'attached' });
    await page.evaluate((index) => document.querySelector(`[data-page="${index}"]`)?.scrollIntoView(), index);
    await page.waitForSelector(`[data-page="${index}"] canvas`, { state: 'attached' });
    if ((index + 1) % measuredEvery === 0) most = Math.max(most, await readMemory(browser));
  }
  return most;
}

async function drawAll(page: Page, browser: Browser): Promise<number> {
  await page.waitForFunction((pages) => document.querySelectorAll('canvas').length === pages, pages, {
    polling: 500,
    timeout: 5 * 60_000,
  });
  return readMemory(browser);
}

type Use = (page: Page, browser: Browser) => Promise<number>;
type Memory = { needed: number; canvases: number };

/** In a browser of its own, over what that needs for a blank page. */
async function measure(launch: () => Promise<Browser>, url: string, use: Use): Promise<Memory> {
  const browser = await launch();
  try {
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    await page.goto('about:blank');
    const before = await readMemory(browser);
    await page.goto(url);
    const needed = (await use(page, browser)) - before;
    return { needed, canvases: await countCanvases(page) };
  } finally {
    await browser.close();
  }
}

type MemoryBench = { launch: () => Promise<Browser>; folders: PdfFolders; rounds: number };

export async function measureMemory({ launch, folders, rounds }: MemoryBench): Promise<Figure[]> {
  const sites = await servePdf(folders, pages);
  const { ours, other } = await inTurns(Math.ceil(rounds / 3), {
    other: () => measure(launch, `${sites.bare}?all`, drawAll),
    ours: () => measure(launch, sites.room, pageThrough),
  });
  sites.stop();
  return [
    toPairedFigure({
      title: 'memory, paging through 200 pages',
      unit: 'MB',
      ours: ours.map(({ needed }) => needed),
      other: other.map(({ needed }) => needed),
      otherName: 'all drawn',
      must: 0.28,
      goal: 0.2,
      notes: [`canvases at the end: ${ours.at(-1)?.canvases} in the room, ${other.at(-1)?.canvases} in the bare page`],
    }),
  ];
}
