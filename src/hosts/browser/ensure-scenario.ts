/** Builds a scenario once for the whole browser: a second tab that asks at the same time waits and gets the same link. */
import type { BackendDeps } from '#backend/deps.ts';
import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import type { BuiltScenario } from '#backend/scenarios/scenario-stage.ts';
import { alone } from '#hosts/browser/alone.ts';
import type { ScenarioShelf } from '#hosts/browser/browser-world.ts';

export const ensureScenario = (deps: BackendDeps, shelf: ScenarioShelf, name: ScenarioName): Promise<BuiltScenario> =>
  alone(`scenario:${name}`, async () => {
    const known = await shelf.find(name);
    if (known) return known;
    const built = await buildScenario(deps, name);
    await shelf.keep(name, built);
    return built;
  });
