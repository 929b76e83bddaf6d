/** From the tap that completes one task to the next one being usable: its heading focused, its button ready, a frame painted. */
import type { Browser, Page } from '@playwright/test';

import { createStage } from '#backend/scenarios/scenario-stage.ts';
import { describeSpread, type Figure } from '#tests/bench/figure.ts';
import { readMarks, watchPage } from '#tests/bench/page-marks.ts';
import { createSite } from '#tests/bench/serve/create-site.ts';
import { serve } from '#tests/bench/serve/listen.ts';
import { resolveMedian } from '#tests/bench/statistics.ts';
import { type StepCase, stepCases } from '#tests/bench/step/step-cases.ts';
import { withVisit } from '#tests/bench/visit.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';

type Step = { total: number; backend: number };

/** Nothing was loaded for so long: what is fetched ahead is there. In milliseconds. */
const quiet = 1500;

/** Note: sent into the page, so it uses nothing from outside. */
const markTaps = (): void => {
  addEventListener('click', ({ timeStamp }) => performance.mark('tap', { startTime: timeStamp }), true);
};

const waitUntilFetched = async (page: Page, ahead: RegExp): Promise<void> => {
  await page.waitForFunction(
    ({ ahead, quiet }) => {
      const loaded = performance.getEntriesByType('resource');
      const ends = loaded.map((entry) => entry.startTime + entry.duration);
      return loaded.some(({ name }) => new RegExp(ahead).test(name)) && performance.now() - Math.max(...ends) > quiet;
    },
    { ahead: ahead.source, quiet },
    { polling: 250 },
  );
};

/**
 * How long the completing request was under way until `usable`: the network (none here) and the backend. Note: the live feed sometimes tells
 * the page before the answer does.
 */
const readBackendTime = (page: Page, completing: RegExp, usable: number): Promise<number> =>
  page.evaluate(
    ({ completing, usable }) => {
      const requests = performance.getEntriesByType('resource').filter(({ name }) => new RegExp(completing).test(name));
      const last = requests.at(-1);
      return last ? Math.min(last.startTime + last.duration, usable) - last.startTime : Number.NaN;
    },
    { completing: completing.source, usable },
  );

const takeStep = (browser: Browser, url: string, { prepare, ahead, next, completing }: StepCase): Promise<Step> =>
  withVisit(browser, {}, async ({ page }) => {
    await page.addInitScript(markTaps);
    await watchPage(page, [next]);
    await page.goto(url);
    const button = await prepare(page);
    await button.waitFor();
    await waitUntilFetched(page, ahead);
    await button.click();
    // Note: of several taps the last one is kept.
    const [usable = 0, tap = 0] = await readMarks(page, [next.name, 'tap']);
    return { total: usable - tap, backend: await readBackendTime(page, completing, usable) };
  });

type StepBench = { browser: Browser; folder: string; rounds: number };

export async function measureStep({ browser, folder, rounds }: StepBench): Promise<Figure[]> {
  const { backend, deps } = createTestBackend({ now: Date.now });
  const stage = createStage(deps, 'step');
  await stage.policy({ autoOpen: true, branding: { companyName: 'Harbour Credit' } });
  await stage.agent.setPresence(true);
  const site = await serve(await createSite(folder, backend));

  const figures: Figure[] = [];
  for (const one of stepCases) {
    const steps: Step[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const { url } = await stage.start({ interactions: await one.build(stage) });
      const step = await takeStep(browser, site.origin + new URL(url).pathname, one);
      if (round > 0) steps.push(step);
    }
    figures.push(toFigure(one.title, steps));
  }
  site.stop();
  return figures;
}

function toFigure(title: string, steps: readonly Step[]): Figure {
  const own = steps.map(({ total, backend }) => total - backend);
  return {
    title: `next task usable, ${title}`,
    unit: 'ms',
    ours: resolveMedian(own),
    other: null,
    ratio: null,
    judged: 'ours',
    must: 200,
    goal: 100,
    notes: [
      [
        describeSpread('without the backend', own),
        describeSpread(
          'in all',
          steps.map(({ total }) => total),
        ),
        describeSpread(
          'the backend',
          steps.map(({ backend }) => backend),
        ),
      ].join('; '),
    ],
  };
}
