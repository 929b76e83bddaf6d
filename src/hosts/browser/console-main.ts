/** The console of the QA flavour: the backend starts inside the page, and whoever works here is picked from a list. */
import { bootConsole } from '#console/app/boot.tsx';
import { createBrowserBackend } from '#hosts/browser/create-browser-backend.ts';
import { openBrowserWorld } from '#hosts/browser/browser-world.ts';
import { ensureScenario } from '#hosts/browser/ensure-scenario.ts';
import { createPersonPicker } from '#hosts/browser/person-picker.tsx';
import { openedScenario } from '#hosts/browser/opened-scenario.ts';
import { followReset } from '#hosts/browser/reset-browser.ts';
import { showFailure } from '#hosts/browser/show-failure.ts';
import { startBrowserCourier } from '#hosts/browser/start-browser-courier.ts';
import { startMockBackend } from '#hosts/browser/start-mock-backend.ts';
import { createTabChannel } from '#hosts/browser/tab-channel.ts';
import { createPretendedNetwork } from '#hosts/browser/pretended-network.ts';
import { withNetworkFaults } from '#hosts/browser/with-network-faults.ts';

async function start(container: HTMLElement): Promise<void> {
  const channel = createTabChannel();
  followReset(channel);
  const world = await openBrowserWorld(channel);
  const { backend, deps } = createBrowserBackend(world);
  await startMockBackend(withNetworkFaults(backend, { ...world, network: createPretendedNetwork() }));
  startBrowserCourier(deps).catch(reportError);
  const asked = openedScenario.read();
  bootConsole(container, {
    otherSignIn: createPersonPicker({
      first: asked ?? 'main-path',
      build: (name) => ensureScenario(deps, world.scenarios, name),
    }),
  });
}

const container = document.querySelector<HTMLElement>('#root');
if (!container) throw new Error('Failed to start: the page has no element #root.');
start(container).catch((error: unknown) => {
  showFailure(container, error);
});
