/**
 * Builds a named starting state through the contract, as agents and customers would, on the store of the given backend.
 * QA opens what it gives by one URL; browser tests start from it.
 */
import type { BackendDeps } from '#backend/deps.ts';
import { afterTheEndRecipes } from '#backend/scenarios/recipes/after-the-end.ts';
import { autoOpenRecipes } from '#backend/scenarios/recipes/auto-open.ts';
import { cannotEnterRecipes } from '#backend/scenarios/recipes/cannot-enter.ts';
import { comingBackRecipes } from '#backend/scenarios/recipes/coming-back.ts';
import { documentRecipes } from '#backend/scenarios/recipes/documents.ts';
import { failureRecipes } from '#backend/scenarios/recipes/failures.ts';
import { lookRecipes } from '#backend/scenarios/recipes/look.ts';
import { mainPathRecipes } from '#backend/scenarios/recipes/main-path.ts';
import { meanwhileRecipes } from '#backend/scenarios/recipes/meanwhile.ts';
import { messageRecipes } from '#backend/scenarios/recipes/messages.ts';
import { noticeRecipes } from '#backend/scenarios/recipes/notices.ts';
import { oneOfEachKindRecipes } from '#backend/scenarios/recipes/one-of-each-kind.ts';
import { paperRecipes } from '#backend/scenarios/recipes/papers.ts';
import { paymentRecipes } from '#backend/scenarios/recipes/payments.ts';
import { policyLevelRecipes } from '#backend/scenarios/recipes/policy-levels.ts';
import { questionRecipes } from '#backend/scenarios/recipes/questions.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import type { LaterStep, Recipe } from '#backend/scenarios/scenario-recipe.ts';
import { type BuiltScenario, createStage } from '#backend/scenarios/scenario-stage.ts';

const recipes: Readonly<Record<ScenarioName, Recipe>> = {
  ...mainPathRecipes,
  ...oneOfEachKindRecipes,
  ...autoOpenRecipes,
  ...policyLevelRecipes,
  ...comingBackRecipes,
  ...meanwhileRecipes,
  ...noticeRecipes,
  ...cannotEnterRecipes,
  ...afterTheEndRecipes,
  ...failureRecipes,
  ...documentRecipes,
  ...paperRecipes,
  ...questionRecipes,
  ...paymentRecipes,
  ...messageRecipes,
  ...lookRecipes,
};

export const buildScenario = (deps: BackendDeps, name: ScenarioName): Promise<BuiltScenario> =>
  recipes[name].build(createStage(deps, name));

/** What happens in a scenario while the customer is inside; null in most. */
export function findLaterStep(
  deps: BackendDeps,
  name: ScenarioName,
): { seconds: number; play: (url: string) => Promise<unknown> } | null {
  const later: LaterStep | undefined = recipes[name].later;
  return later ? { seconds: later.seconds, play: (url) => later.play(createStage(deps, name), url) } : null;
}
