/** Sessions in the middle and at the end: what a customer comes back to. */
import type { PartId } from '#contract/ids.ts';
import { getWorkflow, saveWorkflowDraft } from '#contract/endpoints/workflow.ts';
import { saveEsignDraft } from '#contract/endpoints/esign.ts';
import type { comingBack } from '#backend/scenarios/groups/coming-back.ts';
import { answer, pay, signAs, submitPapers } from '#backend/scenarios/customer-steps.ts';
import { startOpening } from '#backend/scenarios/recipes/start-opening.ts';
import { customerName, sampleAnswers, uploadEverything, uploadIdentity } from '#backend/scenarios/sample-customer.ts';
import {
  agreementInput,
  feeInput,
  identityItem,
  papersInput,
  questionsInput,
} from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit } from '#backend/scenarios/sample-policies.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

/** All four kinds, opened by themselves. */
export async function startWithEverything(stage: Stage) {
  const agreement = agreementInput(await stage.addAgreement());
  const branding = harbourCredit(await stage.addLogo());
  const opened = await startOpening(stage, [questionsInput, papersInput, agreement, feeInput], branding);
  return { ...opened, questions: opened.at(0), papers: opened.at(1), agreement: opened.at(2), fee: opened.at(3) };
}

async function buildHalfDone(stage: Stage): Promise<BuiltScenario> {
  const { url, customer, questions, papers } = await startWithEverything(stage);
  await answer(customer, questions, sampleAnswers);
  await uploadIdentity(customer, papers);
  return asBuilt({ url });
}

async function buildAllDone(stage: Stage): Promise<BuiltScenario> {
  const { url, sessionId, customer, questions, papers, agreement, fee } = await startWithEverything(stage);
  await answer(customer, questions, sampleAnswers);
  await uploadEverything(customer, papers);
  await submitPapers(customer, papers);
  await signAs(customer, agreement, customerName);
  await pay(customer, fee);
  await stage.agent.accept(sessionId, papers);
  await stage.agent.sendMessage(sessionId, 'Thank you, Maya. Everything is here; the money is on its way.');
  return asBuilt({ url });
}

/** Papers handed in, alone in their session. */
async function startWithPapersSent(stage: Stage) {
  const opened = await startOpening(stage, [papersInput]);
  const papers = opened.at(0);
  await uploadEverything(opened.customer, papers);
  await submitPapers(opened.customer, papers);
  return { ...opened, papers };
}

async function buildReturnedDocuments(stage: Stage): Promise<BuiltScenario> {
  const { url, sessionId, papers } = await startWithPapersSent(stage);
  const items: Record<PartId, string> = {
    [identityItem.id]: 'The lower edge is cut off. Please take the photo again with all four corners.',
  };
  await stage.agent.returnForCorrection(sessionId, papers, 'One photo has to be taken again.', items);
  return asBuilt({ url });
}

async function buildPapersAccepted(stage: Stage): Promise<BuiltScenario> {
  const { url, sessionId, papers } = await startWithPapersSent(stage);
  await stage.agent.accept(sessionId, papers);
  return asBuilt({ url });
}

async function buildWorkflowReturned(stage: Stage): Promise<BuiltScenario> {
  const { url, sessionId, customer, at } = await startOpening(stage, [questionsInput]);
  await answer(customer, at(0), sampleAnswers);
  const reason = 'You wrote that you have no other loans, but we found one. Please look again.';
  await stage.agent.returnForCorrection(sessionId, at(0), reason);
  return asBuilt({ url });
}

const otherDevice = 'another-device';

async function buildEsignHalfFilled(stage: Stage): Promise<BuiltScenario> {
  const { url, customer, at } = await startOpening(stage, [agreementInput(await stage.addAgreement())]);
  const values = {
    confirmed: { kind: 'checkbox', checked: true },
    residence: { kind: 'text', text: 'Bristol' },
  };
  const draft = { writer: otherDevice, revision: 0, takeOver: false, content: { values } };
  await customer.ask(saveEsignDraft, { interactionId: at(0) }, draft);
  return asBuilt({ url });
}

async function buildWorkflowHalfWay(stage: Stage): Promise<BuiltScenario> {
  const { url, customer, at } = await startOpening(stage, [questionsInput]);
  const { definition } = await customer.ask(getWorkflow, { interactionId: at(0) });
  const content = {
    answers: { ...sampleAnswers, 'other-loans': true, 'loans-count': 2 },
    step: definition.steps.at(-1)?.id ?? null,
  };
  const draft = { writer: otherDevice, revision: 0, takeOver: false, content };
  await customer.ask(saveWorkflowDraft, { interactionId: at(0) }, draft);
  return asBuilt({ url });
}

export const comingBackRecipes: RecipesFor<typeof comingBack> = {
  'half-done': { build: buildHalfDone },
  'all-done': { build: buildAllDone },
  'returned-documents': { build: buildReturnedDocuments },
  'workflow-returned': { build: buildWorkflowReturned },
  'papers-under-review': { build: async (stage) => asBuilt(await startWithPapersSent(stage)) },
  'papers-accepted': { build: buildPapersAccepted },
  'esign-half-filled': { build: buildEsignHalfFilled },
  'workflow-half-way': { build: buildWorkflowHalfWay },
};
