/** Workflows. */
import { draftReceiptSchema } from '#contract/draft.ts';
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import { sessionSchema } from '#contract/session.ts';
import { saveWorkflowDraftInputSchema, submitAnswersInputSchema, workflowContentSchema } from '#contract/workflow.ts';

const path = '/api/workflows/:interactionId';

export const getWorkflow = defineEndpoint({
  method: 'GET',
  path,
  caller: 'customer',
  input: null,
  output: workflowContentSchema,
  errors: ['not-found'],
});

export const saveWorkflowDraft = defineEndpoint({
  method: 'PUT',
  path: `${path}/draft`,
  caller: 'customer',
  input: saveWorkflowDraftInputSchema,
  output: draftReceiptSchema,
  errors: ['not-found', 'not-actionable', 'draft-conflict'],
});

/** Takes a file off a question again; it is not part of what will be handed in. */
export const removeAnswerFile = defineEndpoint({
  method: 'DELETE',
  path: `${path}/files/:fileId`,
  caller: 'customer',
  input: null,
  output: workflowContentSchema,
  errors: ['not-found', 'not-actionable'],
});

export const submitAnswers = defineEndpoint({
  method: 'POST',
  path: `${path}/submit`,
  caller: 'customer',
  input: submitAnswersInputSchema,
  output: sessionSchema,
  errors: ['not-found', 'not-actionable', 'interaction-changed', 'key-reused'],
});
