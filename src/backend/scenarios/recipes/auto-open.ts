/** What auto open makes of orders, mixtures, and interactions the customer cannot act on now. */
import { decline, getEsign } from '#contract/endpoints/esign.ts';
import type { AddInteractionInput } from '#contract/agent.ts';
import type { InteractionStatus } from '#contract/interaction.ts';
import type { autoOpen } from '#backend/scenarios/groups/auto-open.ts';
import { withInteraction } from '#backend/scenarios/change-record.ts';
import { signAs, submitPapers } from '#backend/scenarios/customer-steps.ts';
import { buildOpening, buildRoomFirst, type Opened, startOpening } from '#backend/scenarios/recipes/start-opening.ts';
import { uploadEverything } from '#backend/scenarios/sample-customer.ts';
import {
  agreementInput,
  feeInput,
  instalmentInput,
  papersInput,
  questionsInput,
} from '#backend/scenarios/sample-interactions.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

const addAgreementInput = async (stage: Stage, title?: string): Promise<AddInteractionInput> =>
  agreementInput(await stage.addAgreement(), title === undefined ? {} : { title });

async function buildAutoOpenOff(stage: Stage): Promise<BuiltScenario> {
  return buildRoomFirst(stage, [await addAgreementInput(stage), papersInput, questionsInput, feeInput]);
}

async function buildMixedOrder(stage: Stage): Promise<BuiltScenario> {
  return buildOpening(stage, [questionsInput, feeInput, papersInput, await addAgreementInput(stage)]);
}

async function buildPaymentBetween(stage: Stage): Promise<BuiltScenario> {
  const second = await addAgreementInput(stage, 'Direct debit mandate');
  return buildOpening(stage, [await addAgreementInput(stage), feeInput, second]);
}

async function buildFirstCompleted(stage: Stage): Promise<BuiltScenario> {
  const opened = await startOpening(stage, [await addAgreementInput(stage), papersInput]);
  await signAs(opened.customer, opened.at(0), 'Maya Thompson');
  return asBuilt(opened);
}

async function declineFirst({ customer, at }: Opened): Promise<void> {
  const interactionId = at(0);
  const { revision } = await customer.ask(getEsign, { interactionId });
  await customer.ask(decline, { interactionId }, { revision, reason: 'The rate is not the one we talked about.' });
}

async function buildFirstDeclined(stage: Stage): Promise<BuiltScenario> {
  const opened = await startOpening(stage, [await addAgreementInput(stage), papersInput]);
  await declineFirst(opened);
  return asBuilt(opened);
}

async function buildFirstUnderReview(stage: Stage): Promise<BuiltScenario> {
  const opened = await startOpening(stage, [papersInput, questionsInput]);
  await uploadEverything(opened.customer, opened.at(0));
  await submitPapers(opened.customer, opened.at(0));
  return asBuilt(opened);
}

/** Note: no endpoint makes somebody wait or lets a task expire yet. */
const buildFirstInStatus =
  (status: Extract<InteractionStatus, 'waiting-for-others' | 'expired'>, kind: 'esign' | 'workflow') =>
  async (stage: Stage): Promise<BuiltScenario> => {
    const first = kind === 'esign' ? await addAgreementInput(stage) : questionsInput;
    const opened = await startOpening(stage, [first, papersInput]);
    await stage.change(opened.sessionId, withInteraction(opened.at(0), { status }));
    return asBuilt(opened);
  };

async function buildWithdrawn(stage: Stage): Promise<BuiltScenario> {
  const opened = await startOpening(stage, [await addAgreementInput(stage), questionsInput]);
  const reason = 'This was the wrong version. You will get the right one soon.';
  await stage.agent.withdraw(opened.sessionId, opened.at(0), reason);
  return asBuilt(opened);
}

async function buildNothingNow(stage: Stage): Promise<BuiltScenario> {
  const mandate = await addAgreementInput(stage, 'Direct debit mandate');
  const opened = await startOpening(stage, [await addAgreementInput(stage), papersInput, mandate, questionsInput]);
  await declineFirst(opened);
  await uploadEverything(opened.customer, opened.at(1));
  await submitPapers(opened.customer, opened.at(1));
  await stage.change(opened.sessionId, withInteraction(opened.at(2), { status: 'waiting-for-others' }));
  await stage.change(opened.sessionId, withInteraction(opened.at(3), { status: 'expired' }));
  return asBuilt(opened);
}

export const autoOpenRecipes: RecipesFor<typeof autoOpen> = {
  'auto-open-off': { build: buildAutoOpenOff },
  'mixed-order': { build: buildMixedOrder },
  'payments-only': { build: (stage) => buildOpening(stage, [feeInput, instalmentInput]) },
  'payment-first': {
    build: async (stage) => buildOpening(stage, [feeInput, await addAgreementInput(stage), papersInput]),
  },
  'payment-between': { build: buildPaymentBetween },
  'nothing-to-do': { build: (stage) => buildOpening(stage, []) },
  'first-completed': { build: buildFirstCompleted },
  'first-declined': { build: buildFirstDeclined },
  'first-under-review': { build: buildFirstUnderReview },
  'first-waiting': { build: buildFirstInStatus('waiting-for-others', 'esign') },
  'first-expired': { build: buildFirstInStatus('expired', 'workflow') },
  withdrawn: { build: buildWithdrawn },
  'nothing-now': { build: buildNothingNow },
};
