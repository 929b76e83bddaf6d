/**
 * The mock backend's timers: one tab of the browser leads, wakes sessions and keeps their messages, where the panel shows them; when it
 * is closed another one takes over. Nothing leaves the browser.
 */
import type { BackendDeps } from '#backend/deps.ts';
import { startCourier } from '#backend/messages/start-courier.ts';
import { alone } from '#hosts/browser/alone.ts';

/** Short, because QA moves the clock and looks at what comes of it. */
const pause = 1_000;

/** Settles when the page is closed, so never for those who wait. */
export const startBrowserCourier = (deps: BackendDeps): Promise<void> =>
  alone('courier', () => {
    startCourier(
      {
        ...deps,
        transports: { email: null, sms: null },
        random: () => Math.random(),
        onSettled: () => undefined,
        onTrouble: (error) => {
          queueMicrotask(() => {
            throw error;
          });
        },
      },
      { pause },
    );
    return new Promise<never>(() => undefined);
  });
