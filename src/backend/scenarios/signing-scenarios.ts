/** What can be different about signing: rules of the policy, fields that are filled in already or missing, a long document. */
import type { SettingsLevel } from '#contract/settings.ts';
import { longAgreementFields, prefilledFields } from '#backend/scenarios/sample-fields.ts';
import { agreementInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit } from '#backend/scenarios/sample-policies.ts';
import { buildOpening } from '#backend/scenarios/main-scenarios.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

const buildWithRule =
  (settings: SettingsLevel) =>
  async (stage: Stage): Promise<BuiltScenario> => {
    await stage.policy({ ...harbourCredit(), autoOpen: true, ...settings });
    await stage.agent.setPresence(true);
    const document = await stage.addAgreement();
    return asBuilt(await stage.start({ interactions: [agreementInput(document)] }));
  };

export const buildRequireReview = buildWithRule({ requireReview: true });
export const buildSigningReasons = buildWithRule({
  signingReasons: ['I am the borrower', 'I sign for the borrower', 'I witness the signature'],
});

export async function buildEsignConfirm(stage: Stage): Promise<BuiltScenario> {
  const fields = prefilledFields('MAYA THOMPSON');
  return buildOpening(stage, [agreementInput(await stage.addAgreement(), { fields })]);
}

export async function buildEsignApprove(stage: Stage): Promise<BuiltScenario> {
  return buildOpening(stage, [agreementInput(await stage.addAgreement(), { title: 'House rules', fields: [] })]);
}

export async function buildLongDocument(stage: Stage): Promise<BuiltScenario> {
  const { createLongAgreement } = await import('#backend/scenarios/sample-agreement.ts');
  const document = await stage.agent.addDocument(await createLongAgreement());
  return buildOpening(stage, [agreementInput(document, { title: 'Framework agreement', fields: longAgreementFields })]);
}
