/** A customer's phone for one visit: nothing cached, a slow processor, a slow network where wanted. */
import type { Browser, CDPSession, Page } from '@playwright/test';

export type Network = {
  /** In milliseconds. */
  latency: number;
  /** In bits a second. */
  down: number;
  up: number;
};

export const slowNetwork: Network = { latency: 150, down: 1_600_000, up: 750_000 };

/** How many times slower than this machine. */
const processorSlowness = 4;

export const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
  locale: 'en-GB',
};

export type Visit = { page: Page; devtools: CDPSession };

export async function withVisit<Result>(
  browser: Browser,
  { network }: { network?: Network },
  use: (visit: Visit) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: processorSlowness });
    if (network) {
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: network.latency,
        downloadThroughput: network.down / 8,
        uploadThroughput: network.up / 8,
      });
    }
    return await use({ page, devtools });
  } finally {
    await context.close();
  }
}
