import { findChromium, findWholeChromium, howToGetChromium } from '#tests/support/find-chromium.ts';
import { defineConfig } from '@playwright/test';

const executablePath = findChromium();
if (executablePath === undefined) throw new Error(howToGetChromium);

// Note: a port of its own a run, so that two runs on one machine do not meet; the workers inherit it.
process.env['QA_PORT'] ??= String(20_000 + (process.pid % 10_000));
const baseURL = `http://localhost:${process.env['QA_PORT']}`;

/** The page as a customer sees it: QA's panel was put away in this browser (`src/hosts/browser/panel/panel-memory.ts`). */
const withoutPanel = {
  cookies: [],
  origins: [{ origin: baseURL, localStorage: [{ name: 'session-room:qa-panel', value: '"away"' }] }],
};

const launch = (path: string) => ({
  executablePath: path,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
const desktop = { width: 1280, height: 800 };
const inForeignFrames = /frame\.spec\.ts$/;

/** Journeys in a real browser, on the QA flavour as it is served (`npm run build:qa` and `npm run build` first). */
export default defineConfig({
  testDir: 'tests/browser',
  outputDir: '.cache/playwright',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  globalTimeout: 15 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/reports/browser.json' }]],
  use: {
    baseURL,
    storageState: withoutPanel,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    // Note: recording costs every journey half of its time again.
    trace: process.env['TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: launch(executablePath),
  },
  projects: [
    { name: 'desktop', testIgnore: inForeignFrames, use: { viewport: desktop } },
    {
      name: 'phone',
      testIgnore: inForeignFrames,
      use: { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true },
    },
    // Note: the shell without windows lets a foreign frame keep what it likes; browsers do not.
    {
      name: 'frame',
      testMatch: inForeignFrames,
      use: { viewport: desktop, launchOptions: launch(findWholeChromium() ?? executablePath) },
    },
  ],
  webServer: {
    command: `vite preview --mode qa --strictPort --port ${process.env['QA_PORT']}`,
    url: baseURL,
    timeout: 30_000,
  },
});
