/** The main path, one interaction of each kind, and what auto open makes of orders and mixtures. */
import type { AddInteractionInput } from '#contract/agent.ts';
import { agreementInput, feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit, withDisclaimer, withInactiveAgentMessage } from '#backend/scenarios/sample-policies.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

export async function buildMainPath(stage: Stage): Promise<BuiltScenario> {
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

export async function buildEsignOnly(stage: Stage): Promise<BuiltScenario> {
  return buildOpening(stage, [agreementInput(await stage.addAgreement())]);
}

/** Auto open on, agent there, nothing else set. */
export async function buildOpening(stage: Stage, interactions: AddInteractionInput[]): Promise<BuiltScenario> {
  await stage.policy({ ...harbourCredit(), autoOpen: true });
  await stage.agent.setPresence(true);
  return asBuilt(await stage.start({ interactions }));
}

export async function buildAutoOpenOff(stage: Stage): Promise<BuiltScenario> {
  await stage.policy(harbourCredit());
  await stage.agent.setPresence(true);
  const document = await stage.addAgreement();
  const interactions = [agreementInput(document), papersInput, questionsInput, feeInput];
  return asBuilt(await stage.start({ interactions }));
}

export const buildPaymentsOnly = (stage: Stage): Promise<BuiltScenario> =>
  buildOpening(stage, [
    feeInput,
    {
      ...feeInput,
      title: 'First instalment',
      amount: { minorUnits: 19_328, currency: 'GBP' },
      purpose: 'Instalment 1 of 48 for loan HC-2026-004817',
    },
  ]);

export async function buildPaymentFirst(stage: Stage): Promise<BuiltScenario> {
  return buildOpening(stage, [feeInput, agreementInput(await stage.addAgreement()), papersInput]);
}
