/** A single interaction of each kind, opened by itself and started from the room. */
import type { oneOfEachKind } from '#backend/scenarios/groups/main-path.ts';
import { buildOpening, buildRoomFirst } from '#backend/scenarios/recipes/start-opening.ts';
import { agreementInput, feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';

export const oneOfEachKindRecipes: RecipesFor<typeof oneOfEachKind> = {
  'esign-only': { build: async (stage) => buildOpening(stage, [agreementInput(await stage.addAgreement())]) },
  'document-request-only': { build: (stage) => buildOpening(stage, [papersInput]) },
  'workflow-only': { build: (stage) => buildOpening(stage, [questionsInput]) },
  'payment-only': { build: (stage) => buildOpening(stage, [feeInput]) },
  'esign-from-room': { build: async (stage) => buildRoomFirst(stage, [agreementInput(await stage.addAgreement())]) },
  'document-request-from-room': { build: (stage) => buildRoomFirst(stage, [papersInput]) },
  'workflow-from-room': { build: (stage) => buildRoomFirst(stage, [questionsInput]) },
  'payment-from-room': { build: (stage) => buildRoomFirst(stage, [feeInput]) },
};
