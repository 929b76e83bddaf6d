/** The QA flavour's entry: the backend starts inside the page, then whatever the address asks for is shown. */
import { readToken } from '#backend/scenarios/customer-client.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { createBrowserBackend } from '#hosts/browser/create-browser-backend.ts';
import { openBrowserWorld } from '#hosts/browser/browser-world.ts';
import { ensureScenario } from '#hosts/browser/ensure-scenario.ts';
import { openedScenario } from '#hosts/browser/opened-scenario.ts';
import { openRoom } from '#hosts/browser/open-room.ts';
import { openPanelDoor } from '#hosts/browser/panel/open-panel-door.ts';
import { createPanelTools } from '#hosts/browser/panel/panel-tools.ts';
import { playLater, untilFirstScreen, waitSeconds } from '#hosts/browser/play-later.ts';
import { createPretendedNetwork } from '#hosts/browser/pretended-network.ts';
import { rebuildScenario } from '#hosts/browser/rebuild-scenario.ts';
import { followReset, resetBrowser } from '#hosts/browser/reset-browser.ts';
import { resolveQaPage } from '#hosts/browser/resolve-qa-page.ts';
import { showFailure } from '#hosts/browser/show-failure.ts';
import { showSandboxPage } from '#hosts/browser/show-sandbox-page.ts';
import { startBrowserCourier } from '#hosts/browser/start-browser-courier.ts';
import { startMockBackend } from '#hosts/browser/start-mock-backend.ts';
import { createTabChannel } from '#hosts/browser/tab-channel.ts';
import { withNetworkFaults } from '#hosts/browser/with-network-faults.ts';

async function start(container: HTMLElement): Promise<void> {
  const page = resolveQaPage(location);
  // Note: fetched while the backend starts.
  const room = page.kind === 'room' || page.kind === 'scenario' ? import('#room/app/boot.tsx') : null;
  const channel = createTabChannel();
  followReset(channel);
  const world = await openBrowserWorld(channel);
  const { backend, deps } = createBrowserBackend(world);

  if (page.kind === 'start') {
    const { showStartPage } = await import('#hosts/browser/start-page.tsx');
    showStartPage(container, {
      unknownScenario: page.unknownScenario,
      isKept: world.isKept,
      reset: () => resetBrowser(world, channel),
    });
    return;
  }
  if (page.kind === 'sandbox-provider') {
    await showSandboxPage(backend, location.href);
    return;
  }
  if (page.kind === 'scenario') {
    const { url } = await ensureScenario(deps, world.scenarios, page.name);
    openedScenario.remember(page.name);
    history.replaceState(null, '', `${new URL(url).pathname}${page.search}`);
  }
  await startMockBackend(withNetworkFaults(backend, { ...world, network: createPretendedNetwork() }));
  startBrowserCourier(deps).catch(reportError);
  const { bootRoom } = (await room) ?? (await import('#room/app/boot.tsx'));
  const firstScreen = untilFirstScreen(container);
  const play = (name: ScenarioName, ready: Promise<void>) =>
    playLater(name, {
      deps,
      scenarios: world.scenarios,
      firstScreen: ready,
      wait: waitSeconds,
      readAddress: () => location.href,
    }).catch(reportError);
  const { enterAnew } = openRoom(bootRoom, container, world.isKept);
  openPanelDoor(
    createPanelTools({
      backend,
      world,
      channel,
      readToken: () => readToken(location.href),
      enterAnew,
      rebuild: async (name) => {
        const { url } = await rebuildScenario({ backend, deps, scenarios: world.scenarios }, name);
        enterAnew(new URL(url).pathname);
        openedScenario.remember(name);
        void play(name, Promise.resolve());
      },
      resetAll: async () => {
        await resetBrowser(world, channel);
        location.assign('/');
      },
    }),
  );
  const opened = openedScenario.read();
  if (opened !== null) void play(opened, firstScreen);
}

const container = document.querySelector<HTMLElement>('#root');
if (!container) throw new Error('Failed to start: the page has no element #root.');
start(container).catch((error: unknown) => {
  showFailure(container, error);
});
