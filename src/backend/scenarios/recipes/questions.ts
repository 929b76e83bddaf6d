/** What can be different about a workflow: its questions and its ways through. */
import type { questions } from '#backend/scenarios/groups/content.ts';
import { buildOpening } from '#backend/scenarios/recipes/start-opening.ts';
import { agreementInput } from '#backend/scenarios/sample-interactions.ts';
import { applicationInput } from '#backend/scenarios/sample-steps.ts';
import { claimInput, everySortInput, onePageInput } from '#backend/scenarios/sample-questions.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';

export const questionRecipes: RecipesFor<typeof questions> = {
  'questions-every-sort': { build: (stage) => buildOpening(stage, [everySortInput]) },
  'questions-branches': { build: (stage) => buildOpening(stage, [claimInput]) },
  'questions-one-page': { build: (stage) => buildOpening(stage, [onePageInput]) },
  'workflow-with-steps': {
    build: async (stage) => buildOpening(stage, [applicationInput(agreementInput(await stage.addAgreement()))]),
  },
};
