/**
 * PUT /api/workflows/:interactionId/draft: answers as they are typed, right or wrong. Nothing is validated but the shape, and
 * answers of steps not reached are kept: going back and choosing again brings them back (product.md 8).
 */
import { saveWorkflowDraft } from '#contract/endpoints/workflow.ts';
import type { WorkflowDefinition, WorkflowDraft } from '#contract/workflow.ts';
import { listFields } from '#domain/workflow-answers.ts';
import { AppError } from '#backend/app-error.ts';
import { assertVisitor } from '#backend/http/caller.ts';
import { inputRoute } from '#backend/http/route.ts';
import {
  assertActionable,
  findInteraction,
  markStarted,
  replaceInteraction,
} from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { toActor } from '#backend/session/participants.ts';
import { nextDraft, toDraftReceipt } from '#backend/session/save-draft.ts';

export const saveWorkflowDraftRoute = inputRoute(saveWorkflowDraft, async ({ deps, request, params, input }) => {
  const { record, participant, access } = await assertVisitor(deps, request);
  const find = (current: typeof record) => findInteraction(current, participant, 'workflow', params['interactionId']);
  const content = keepKnown(find(record).definition, input.content);

  const saved = await changeSession(deps, {
    sessionId: record.id,
    actor: toActor(participant),
    key: null,
    intent: `save-draft:${params['interactionId']}`,
    decide: (current) => {
      const interaction = find(current);
      assertActionable(interaction, access, null);
      const draft = nextDraft(interaction.draft, { ...input, content }, deps.now());
      const isFirst = interaction.status === 'new';
      return {
        record: replaceInteraction(current, { ...markStarted(interaction), draft }),
        facts: isFirst ? [{ kind: 'interaction-started', interaction: interaction.id }] : [],
      };
    },
  });
  const { draft } = find(saved);
  if (!draft) throw new AppError('not-actionable');
  return toDraftReceipt(draft);
});

/** What the definition asks to be typed or chosen, and nothing else: a draft never grows beyond it. @throws `invalid-input` for an unknown step. */
function keepKnown({ steps }: WorkflowDefinition, { answers, step }: WorkflowDraft): WorkflowDraft {
  if (step !== null && !steps.some(({ id }) => id === step)) {
    throw new AppError('invalid-input', { fields: [{ path: 'content.step', message: 'unknown-step' }] });
  }
  const fields = steps.flatMap(listFields).filter(({ kind }) => kind !== 'file');
  const asked = new Set<string>(fields.map(({ id }) => id));
  return { answers: Object.fromEntries(Object.entries(answers).filter(([field]) => asked.has(field))), step };
}
