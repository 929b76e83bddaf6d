import type { HostKind } from '#tests/browser/support/host.ts';
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
const phone = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true };
const inForeignFrames = /frame\.spec\.ts$/;

/** Everything else is walked on both hosts. */
const onQaOnly = [
  inForeignFrames,
  // QA's own pages, and what happens by itself in its scenarios.
  /(qa-\w+|meanwhile)\.spec\.ts$/,
  // Looks at the room alone, or brings a backend of its own.
  /(accessibility|entry-budget)\.spec\.ts$/,
  // Spoils what is kept, where only a browser keeps it.
  /hostile-files\.spec\.ts$/,
];
/** Its pages and their policy; browsers that share nothing but the host; its disk. */
const onNodeOnly = /(node-host|two-browsers|full-disk|console-api)\.spec\.ts$/;

/** Would prove the same on QA's other screen; single ones are tagged `@desktop` or `@phone`, and those of one host `@qa` or `@node`. */
/** The phone of these is the Node host's. */
const onNodesPhone = /(esign|journey|gates|keyboard|notices|failure-screens)\.spec\.ts$/;
const onDesktopOnly = /(visits|meanwhile|no-side-effect|console-[\w-]+)\.spec\.ts$/;
const onPhoneOnly = /(asking|handing-in|main-path|reload-and-back)\.spec\.ts$/;

/**
 * Journeys in a real browser, on the QA flavour and on the Node host (`npm run build:qa` and `npm run build` first). Those in the console are
 * walked on QA's desktop and on the Node host's phone.
 */
export default defineConfig<object, { hostKind: HostKind }>({
  testDir: 'tests/browser',
  outputDir: '.cache/playwright',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // Note: a journey waits for a third of its time, so on two cores a third one goes on meanwhile.
  workers: 3,
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
    {
      name: 'desktop',
      testIgnore: [inForeignFrames, onNodeOnly, onPhoneOnly],
      grepInvert: /@phone|@node/,
      use: { viewport: desktop },
    },
    {
      name: 'phone',
      testIgnore: [inForeignFrames, onNodeOnly, onDesktopOnly, onNodesPhone],
      grepInvert: /@desktop|@node/,
      use: phone,
    },
    { name: 'node', testIgnore: onQaOnly, grepInvert: /@qa/, use: { ...phone, hostKind: 'node' } },
    // Note: the shell without windows lets a foreign frame keep what it likes; browsers do not.
    {
      name: 'frame',
      testMatch: inForeignFrames,
      use: { viewport: desktop, launchOptions: launch(findWholeChromium() ?? executablePath) },
    },
  ],
  webServer: {
    command: 'node tests/support/serve-qa.ts',
    url: baseURL,
    timeout: 30_000,
  },
});
