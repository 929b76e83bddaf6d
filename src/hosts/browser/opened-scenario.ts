/** Which scenario this tab opened by name, over its reloads: only there does anything happen later. */
import { isScenarioName, type ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { visitStorage } from '#lib/storage/safe-storage.ts';

const key = 'qa-scenario';

export const openedScenario = {
  remember(name: ScenarioName): void {
    visitStorage.write(key, name);
  },
  /** Null where the tab was opened by a link, like a customer's. */
  read(): ScenarioName | null {
    const name = visitStorage.read(key);
    return typeof name === 'string' && isScenarioName(name) ? name : null;
  },
};
