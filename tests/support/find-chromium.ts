/** The Chromium the browser tests drive. None is downloaded: the machine's own is used. */
import { accessSync, constants } from 'node:fs';

import { chromium } from '@playwright/test';

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** What people have; in the order of preference. */
const wholeBrowsers = (): string[] => [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium.executablePath(),
];

const findFirst = (paths: readonly string[]): string | undefined =>
  paths.find((path) => path !== '' && isExecutable(path));

/** For measuring: the browser with everything that is around a page. */
export const findWholeChromium = (): string | undefined => findFirst(wholeBrowsers());

/** For journeys: the same engine without windows, where there is one. It draws no toolbar for each new page, which takes a third of the time. */
export const findChromium = (): string | undefined =>
  findFirst([process.env['CHROMIUM_PATH'] ?? '', '/usr/bin/chromium-headless-shell', ...wholeBrowsers()]);

export const howToGetChromium =
  'Failed to find Chromium, which the browser tests drive. Install it (Debian: `apt-get install chromium chromium-headless-shell`; ' +
  'elsewhere: `npx playwright install chromium`), or name one: `CHROMIUM_PATH=/path/to/chromium npm test`.';
