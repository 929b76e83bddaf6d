/** The main path as a customer gets it: every notice on, a task of each kind, opening by itself; and the backend that knows it. */
import { createStage } from '#backend/scenarios/scenario-stage.ts';
import { agreementInput, feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit, withDisclaimer, withInactiveAgentMessage } from '#backend/scenarios/sample-policies.ts';
import type { Sight } from '#tests/bench/page-marks.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';

/** What only the entry answer can have told the page. */
export const entrySights: readonly Sight[] = [
  { name: 'business', text: 'Harbour Credit', within: 'body' },
  { name: 'heading', text: 'Personal loan agreement', within: 'body' },
];

/** Note: without a logo, whose bytes would come after the name and say nothing about the way to it. */
export async function startEntrySession() {
  const { backend, deps } = createTestBackend({ now: Date.now });
  const stage = createStage(deps, 'bench');
  await stage.policy({ ...harbourCredit(), ...withDisclaimer, ...withInactiveAgentMessage, autoOpen: true });
  const document = await stage.addAgreement();
  const { url } = await stage.start({
    interactions: [agreementInput(document), papersInput, questionsInput, feeInput],
  });
  return { backend, deps, path: new URL(url).pathname };
}
