/** Payments before and after the provider's page. */
import type { AddInteractionInput } from '#contract/agent.ts';
import type { payments } from '#backend/scenarios/groups/content.ts';
import { pay } from '#backend/scenarios/customer-steps.ts';
import { buildOpening, startOpening } from '#backend/scenarios/recipes/start-opening.ts';
import { feeInput } from '#backend/scenarios/sample-interactions.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

const buildTried =
  (outcome: 'paid' | 'declined') =>
  async (stage: Stage): Promise<BuiltScenario> => {
    const opened = await startOpening(stage, [feeInput]);
    await pay(opened.customer, opened.at(0), outcome);
    return asBuilt(opened);
  };

const inCurrency = (title: string, minorUnits: number, currency: string): AddInteractionInput => ({
  ...feeInput,
  title,
  amount: { minorUnits, currency },
  purpose: `${title}, reference HC-2026-004817`,
});

const amounts = [
  inCurrency('Fee in yen', 4_900, 'JPY'),
  inCurrency('Fee in dinars', 18_500, 'KWD'),
  inCurrency('Deposit', 98_765_432_100, 'EUR'),
  inCurrency('Nothing', 0, 'USD'),
];

export const paymentRecipes: RecipesFor<typeof payments> = {
  'payment-declined': { build: buildTried('declined') },
  'payment-paid': { build: buildTried('paid') },
  'payment-currencies': { build: (stage) => buildOpening(stage, amounts) },
};
