/**
 * The mock backend's timers: one tab of the browser leads, wakes sessions and keeps their messages, where the panel shows them, and what webhooks
 * would be told; when it is closed another one takes over. Nothing leaves the browser.
 */
import type { BackendDeps } from '#backend/deps.ts';
import { startCourier } from '#backend/messages/start-courier.ts';
import { startAnnouncer } from '#backend/systems/start-announcer.ts';
import { alone } from '#hosts/browser/alone.ts';

/** Short, because QA moves the clock and looks at what comes of it. */
const pause = 1_000;

/** Settles when the page is closed, so never for those who wait. */
export const startBrowserCourier = (deps: BackendDeps): Promise<void> =>
  alone('courier', () => {
    const common = {
      ...deps,
      random: () => Math.random(),
      onSettled: () => undefined,
      onTrouble: (error: unknown) => {
        queueMicrotask(() => {
          throw error;
        });
      },
    };
    startCourier({ ...common, transports: { email: null, sms: null } }, { pause });
    startAnnouncer({ ...common, transport: null }, { pause });
    return new Promise<never>(() => undefined);
  });
