/** Steps of a workflow that are documents to sign and papers to hand over: what is asked alone, as a step. */
import type { FileId } from '#contract/ids.ts';
import { type NewWorkflow, type NewWorkflowStep, newWorkflowStepSchema } from '#contract/new-workflow.ts';
import { buildDocumentRequest, buildEsign } from '#tests/support/sample-interactions.ts';
import { formOf, payStep, textField } from '#tests/support/workflow-samples.ts';

type Leads = Pick<NewWorkflowStep, 'branches'> & { next: string | null };

const lead = (next: string | null): Leads => ({ branches: [], next });

export const signStep = (id: string, document: FileId, to: Partial<Leads> = {}): NewWorkflowStep =>
  newWorkflowStepSchema.parse({ ...buildEsign(document, `Sign ${id}`), id, ...lead(null), ...to });

export const papersStep = (id: string, to: Partial<Leads> = {}): NewWorkflowStep =>
  newWorkflowStepSchema.parse({ ...buildDocumentRequest(`Papers ${id}`), id, ...lead(null), ...to });

/** A question, a fee, a contract, papers, and one more question. */
export const everyTask = (document: FileId): NewWorkflow => ({
  steps: [
    formOf('start', [textField('name')], { next: 'fee' }),
    payStep('fee', { next: 'contract' }),
    signStep('contract', document, { next: 'proof' }),
    papersStep('proof', { next: 'end' }),
    formOf('end', [textField('more', { required: false })]),
  ],
});
