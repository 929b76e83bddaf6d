/** Builds a scenario once for the whole browser: a second tab that asks at the same time waits and gets the same link. */
import type { BackendDeps } from '#backend/deps.ts';
import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import type { BuiltScenario } from '#backend/scenarios/scenario-stage.ts';
import type { ScenarioShelf } from '#hosts/browser/browser-world.ts';

export const ensureScenario = (deps: BackendDeps, shelf: ScenarioShelf, name: ScenarioName): Promise<BuiltScenario> =>
  alone(`scenario:${name}`, async () => {
    const known = await shelf.find(name);
    if (known) return known;
    const built = await buildScenario(deps, name);
    await shelf.keep(name, built);
    return built;
  });

/** Note: insecure contexts and frames with blocked storage have no locks; there is no second tab to share with either. */
async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  if (!('locks' in navigator)) return work();
  try {
    return await navigator.locks.request(name, work);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return work();
    throw error;
  }
}
