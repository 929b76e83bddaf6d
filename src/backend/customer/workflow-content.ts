/** GET /api/workflows/:interactionId: the steps, and what was answered so far, on this device or another; taking a file off again. */
import { getWorkflow, removeAnswerFile } from '#contract/endpoints/workflow.ts';
import type { WorkflowContent } from '#contract/workflow.ts';
import { removeFileOf } from '#backend/customer/remove-file.ts';
import { assertVisitor } from '#backend/http/caller.ts';
import { route } from '#backend/http/route.ts';
import { findInteraction } from '#backend/session/change-interaction.ts';
import { listItems } from '#backend/session/file-taker.ts';
import { projectDraft } from '#backend/session/save-draft.ts';
import type { StoredWorkflow } from '#backend/session/session-record.ts';
import { projectUnfinished } from '#backend/uploads/upload-state.ts';

export const getWorkflowRoute = route(getWorkflow, async ({ deps, request, params }) => {
  const { record, participant } = await assertVisitor(deps, request);
  return projectContent(findInteraction(record, participant, 'workflow', params['interactionId']));
});

export const removeAnswerFileRoute = route(removeAnswerFile, async (call) =>
  projectContent(await removeFileOf(call, 'workflow')),
);

const projectContent = (workflow: StoredWorkflow): WorkflowContent => ({
  kind: 'workflow',
  id: workflow.id,
  revision: workflow.revision,
  definition: workflow.definition,
  added: listItems(workflow).map(({ id, files }) => ({
    field: id,
    files,
    unfinished: projectUnfinished(workflow, id),
  })),
  draft: projectDraft(workflow.draft),
  ...(workflow.settled && { settled: workflow.settled }),
});
