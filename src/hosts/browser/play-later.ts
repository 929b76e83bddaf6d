/**
 * What happens in a scenario while the customer is inside: an agent adds something, writes, ends the session. Played once, some
 * seconds after the first screen is up; a reload before that starts the seconds anew, a reload after it changes nothing.
 */
import type { BackendDeps } from '#backend/deps.ts';
import { findLaterStep } from '#backend/scenarios/build-scenario.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { alone } from '#hosts/browser/alone.ts';
import type { ScenarioShelf } from '#hosts/browser/browser-world.ts';

type Surroundings = {
  deps: BackendDeps;
  scenarios: Pick<ScenarioShelf, 'find' | 'keep'>;
  /** Settles when the customer has something to look at. */
  firstScreen: Promise<void>;
  wait: (seconds: number) => Promise<void>;
  /** Where the tab is now. */
  readAddress: () => string;
};

export async function playLater(
  name: ScenarioName,
  { deps, scenarios, firstScreen, wait, readAddress }: Surroundings,
): Promise<void> {
  const later = findLaterStep(deps, name);
  if (!later) return;
  await firstScreen;
  await wait(later.seconds);
  await alone(`later:${name}`, async () => {
    const built = await scenarios.find(name);
    // Note: the tab may have gone on to another link meanwhile, and another tab may have been first.
    if (!built || built.isPlayed || readToken(readAddress()) !== readToken(built.url)) return;
    await scenarios.keep(name, { ...built, isPlayed: true });
    await later.play(built.url);
  });
}

export const waitSeconds = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1_000);
  });

/** A heading, and nothing that is still being loaded. */
export function untilFirstScreen(container: HTMLElement): Promise<void> {
  const isUp = () => container.querySelector('h1') !== null && container.querySelector('[aria-busy="true"]') === null;
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isUp()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(container, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-busy'] });
  });
}
