/** GET /api/workflows/:interactionId: the steps, and what was answered so far, on this device or another. Reads only. */
import { getWorkflow } from '#contract/endpoints/workflow.ts';
import { assertVisitor } from '#backend/http/caller.ts';
import { route } from '#backend/http/route.ts';
import { findInteraction } from '#backend/session/change-interaction.ts';
import { projectDraft } from '#backend/session/save-draft.ts';

export const getWorkflowRoute = route(getWorkflow, async ({ deps, request, params }) => {
  const { record, participant } = await assertVisitor(deps, request);
  const { kind, id, revision, definition, draft } = findInteraction(
    record,
    participant,
    'workflow',
    params['interactionId'],
  );
  return { kind, id, revision, definition, draft: projectDraft(draft) };
});
