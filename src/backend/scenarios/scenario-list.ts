/**
 * Every named starting state, in the order the start page shows them. Pure data: whoever prints links reads it under Node.
 * `build-scenario.ts` must be able to build each name, and the type checker holds it to that.
 */
import { autoOpen, policyLevels } from '#backend/scenarios/groups/auto-open.ts';
import { comingBack, meanwhile } from '#backend/scenarios/groups/coming-back.ts';
import { look, messages, papers, payments, questions, signing } from '#backend/scenarios/groups/content.ts';
import { afterTheEnd, cannotEnter, notices } from '#backend/scenarios/groups/entering.ts';
import { failures } from '#backend/scenarios/groups/failures.ts';
import { mainPath, oneOfEachKind } from '#backend/scenarios/groups/main-path.ts';

export const scenarioGroups = [
  mainPath,
  oneOfEachKind,
  autoOpen,
  policyLevels,
  comingBack,
  meanwhile,
  notices,
  cannotEnter,
  afterTheEnd,
  failures,
  signing,
  papers,
  questions,
  payments,
  messages,
  look,
] as const;

export type ScenarioName = (typeof scenarioGroups)[number]['scenarios'][number]['name'];

type Scenario = { name: ScenarioName; group: string; title: string; description: string };

export const scenarioList: readonly Scenario[] = scenarioGroups.flatMap(({ title: group, scenarios }) =>
  scenarios.map((scenario) => ({ ...scenario, group })),
);

export const isScenarioName = (name: string): name is ScenarioName =>
  scenarioList.some((scenario) => scenario.name === name);
