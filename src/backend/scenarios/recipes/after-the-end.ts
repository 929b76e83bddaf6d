/** Sessions that ended, at every level of what is left. */
import type { SettingsLevel } from '#contract/settings.ts';
import type { afterTheEnd } from '#backend/scenarios/groups/entering.ts';
import { answer, signAs } from '#backend/scenarios/customer-steps.ts';
import { startOpening } from '#backend/scenarios/recipes/start-opening.ts';
import { sampleAnswers } from '#backend/scenarios/sample-customer.ts';
import { agreementInput, feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { withConsent } from '#backend/scenarios/sample-policies.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { asBuilt, type BuiltScenario, day, type Stage } from '#backend/scenarios/scenario-stage.ts';

const ended =
  (settings: SettingsLevel, ago = 0) =>
  async (stage: Stage): Promise<BuiltScenario> => {
    const then = stage.ago(ago);
    const opened = await startOpening(then, [questionsInput, papersInput, feeInput], settings);
    if (settings.consent === undefined) await answer(opened.customer, opened.at(0), sampleAnswers);
    await then.agent.endSession(opened.sessionId);
    return asBuilt(opened);
  };

async function buildEndedLimited(stage: Stage): Promise<BuiltScenario> {
  const agreement = agreementInput(await stage.addAgreement());
  const opened = await startOpening(stage, [agreement, papersInput, questionsInput, feeInput]);
  await signAs(opened.customer, opened.at(0), 'Maya Thompson');
  await stage.agent.endSession(opened.sessionId);
  return asBuilt(opened);
}

const days = 3;

export const afterTheEndRecipes: RecipesFor<typeof afterTheEnd> = {
  'session-ended': { build: ended({ endAccess: { level: 'none' } }) },
  'session-ended-limited': { build: buildEndedLimited },
  'ended-limited-over': { build: ended({ endAccess: { level: 'limited', days } }, 5 * day) },
  'ended-full': { build: ended({ endAccess: { level: 'full' } }) },
  'ended-full-until': { build: ended({ endAccess: { level: 'full-until', days } }, day) },
  'ended-full-until-over': { build: ended({ endAccess: { level: 'full-until', days } }, 5 * day) },
  'ended-link-expired': { build: ended({ endAccess: { level: 'limited' } }, 30 * day) },
  'ended-consent': { build: ended({ endAccess: { level: 'none' }, ...withConsent }) },
};
