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

const candidates = (): string[] => [
  process.env['CHROMIUM_PATH'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium.executablePath(),
];

export const findChromium = (): string | undefined => candidates().find((path) => path !== '' && isExecutable(path));

export const howToGetChromium =
  'Failed to find Chromium, which the browser tests drive. Install it (Debian, Ubuntu: `apt-get install chromium`; ' +
  'elsewhere: `npx playwright install chromium`), or name one: `CHROMIUM_PATH=/path/to/chromium npm test`.';
