/** The main path: every notice, every kind, one after the other. */
import type { mainPath } from '#backend/scenarios/groups/main-path.ts';
import { agreementInput, feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit, withDisclaimer, withInactiveAgentMessage } from '#backend/scenarios/sample-policies.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

async function buildMainPath(stage: Stage): Promise<BuiltScenario> {
  await stage.policy({
    ...harbourCredit(await stage.addLogo()),
    ...withDisclaimer,
    ...withInactiveAgentMessage,
    autoOpen: true,
  });
  const document = await stage.addAgreement();
  const interactions = [agreementInput(document), papersInput, questionsInput, feeInput];
  return asBuilt(await stage.start({ interactions }));
}

export const mainPathRecipes: RecipesFor<typeof mainPath> = { 'main-path': { build: buildMainPath } };
