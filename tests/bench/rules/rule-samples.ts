/** Sessions of any length, made of what a real one holds. */
import { type InteractionId, interactionIdSchema } from '#contract/ids.ts';
import { agreementInput, feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit, withConsent, withDisclaimer } from '#backend/scenarios/sample-policies.ts';
import { createStage } from '#backend/scenarios/scenario-stage.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import { interactionStatuses } from '#contract/interaction.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';

/** Every level says something, and none says it all. */
export const settingsLevels = {
  system: { ...withDisclaimer, autoOpen: true, reminders: { on: true } },
  team: { ...harbourCredit(), autoOpen: false },
  session: { ...withConsent, autoOpen: true },
};

export async function loadSampleSession(): Promise<SessionRecord> {
  const { deps } = createTestBackend();
  const stage = createStage(deps, 'rules');
  const document = await stage.addAgreement();
  const { sessionId } = await stage.start({
    interactions: [agreementInput(document), papersInput, questionsInput, feeInput],
  });
  const record = await deps.store.loadSession(sessionId);
  if (!record) throw new Error('Failed to load the sample session.');
  return record;
}

export const toId = (index: number): InteractionId => interactionIdSchema.parse(`interaction-${index}`);

type Status = (typeof interactionStatuses)[number];

/** So many interactions, like the samples, in every status. */
export const lengthen = <Item extends object>(samples: readonly Item[], length: number) =>
  Array.from({ length: Math.ceil(length / samples.length) }, (_, round) =>
    samples.map((sample, index) => ({
      ...sample,
      id: toId(round * samples.length + index),
      status: interactionStatuses[(round + index) % interactionStatuses.length] ?? ('new' satisfies Status),
    })),
  )
    .flat()
    .slice(0, length);
