/** What can be different about signing: rules of the policy, fields, and the document itself. */
import type { EsignField } from '#contract/esign.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { signing } from '#backend/scenarios/groups/content.ts';
import { buildOpening } from '#backend/scenarios/recipes/start-opening.ts';
import {
  agreementFields,
  everyField,
  longAgreementFields,
  prefilledFields,
  twoPeoplesFields,
} from '#backend/scenarios/sample-fields.ts';
import { agreementInput } from '#backend/scenarios/sample-interactions.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import type { BuiltScenario, Stage } from '#backend/scenarios/scenario-stage.ts';

type Difference = { settings?: SettingsLevel; title?: string; fields?: readonly EsignField[]; canDecline?: boolean };

/** The sample agreement with one thing changed. */
const buildWith =
  ({ settings = {}, canDecline = true, ...words }: Difference) =>
  async (stage: Stage): Promise<BuiltScenario> => {
    const input = agreementInput(await stage.addAgreement(), words);
    return buildOpening(stage, [{ ...input, canDecline }], settings);
  };

const requireReview = { requireReview: true };
const signingReasons = {
  signingReasons: ['I am the borrower', 'I sign for the borrower', 'I witness the signature'],
};

async function buildAllFields(stage: Stage): Promise<BuiltScenario> {
  const { createFullAgreement } = await import('#backend/scenarios/sample-agreement.ts');
  const document = await stage.agent.addDocument(await createFullAgreement());
  return buildOpening(stage, [agreementInput(document, { fields: everyField })]);
}

async function buildLongDocument(stage: Stage): Promise<BuiltScenario> {
  const { createLongAgreement } = await import('#backend/scenarios/sample-agreement.ts');
  const document = await stage.agent.addDocument(await createLongAgreement());
  return buildOpening(stage, [agreementInput(document, { title: 'Framework agreement', fields: longAgreementFields })]);
}

async function buildTurnedPages(stage: Stage): Promise<BuiltScenario> {
  const { createTurnedAgreement } = await import('#backend/scenarios/sample-turned-pages.ts');
  const document = await stage.agent.addDocument(await createTurnedAgreement());
  return buildOpening(stage, [agreementInput(document, { fields: agreementFields })]);
}

async function buildArabicDocument(stage: Stage): Promise<BuiltScenario> {
  const { arabicFields, arabicTitle, createArabicAgreement } =
    await import('#backend/scenarios/sample-arabic-agreement.ts');
  const document = await stage.agent.addDocument(await createArabicAgreement(await stage.loadFont()));
  const branding = { companyName: 'مصرف الميناء', primaryColor: '#0e5c63' };
  return buildOpening(stage, [agreementInput(document, { title: arabicTitle, fields: arabicFields })], { branding });
}

export const documentRecipes: RecipesFor<typeof signing> = {
  'signing-reasons': { build: buildWith({ settings: signingReasons }) },
  'require-review': { build: buildWith({ settings: requireReview }) },
  'review-and-reasons': { build: buildWith({ settings: { ...requireReview, ...signingReasons } }) },
  'esign-confirm': { build: buildWith({ fields: prefilledFields('MAYA THOMPSON') }) },
  'esign-approve': { build: buildWith({ title: 'House rules', fields: [] }) },
  'esign-no-decline': { build: buildWith({ canDecline: false }) },
  'esign-all-fields': { build: buildAllFields },
  'esign-two-people': { build: buildWith({ fields: twoPeoplesFields }) },
  'long-document': { build: buildLongDocument },
  'turned-pages': { build: buildTurnedPages },
  'arabic-document': { build: buildArabicDocument },
};
