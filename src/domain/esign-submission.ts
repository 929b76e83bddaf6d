/** Whether what a customer submits for an eSign is whole. The backend refuses the rest; the room shows the same reasons first. */
import type { EsignField, FieldValue, Mark, SignInput } from '#contract/esign.ts';
import type { Policy } from '#contract/policy.ts';
import { isMarkField, isOpen, type MarkKind, resolveFieldValue } from '#domain/esign-fields.ts';
import { isMarkAcceptable } from '#domain/esign-ink.ts';

export type SubmissionProblem = {
  /** A field's id, or the part of the submission that is wrong. */
  field: string;
  reason: 'required' | 'wrong-kind' | 'too-long' | 'not-yours' | 'empty-mark' | 'not-offered';
};

export type SigningRules = { signingReasons: readonly string[]; requireReview: boolean };

export const toSigningRules = (policy: Pick<Policy, 'signingReasons' | 'requireReview'>): SigningRules => ({
  signingReasons: policy.signingReasons.value,
  requireReview: policy.requireReview.value,
});

type Submission = Pick<SignInput, 'values' | 'signature' | 'initials' | 'signingReason' | 'reviewed'>;

/** `fields`: this participant's. An empty list means that it may be signed. */
export const listSubmissionProblems = (
  fields: readonly EsignField[],
  submission: Submission,
  rules: SigningRules,
): SubmissionProblem[] => [
  ...listStrangers(fields, submission),
  ...fields.flatMap((field) => listFieldProblems(field, submission)),
  ...listMarkProblems('signature', fields, submission),
  ...listMarkProblems('initials', fields, submission),
  ...listReasonProblems(submission, rules),
  ...(rules.requireReview && !submission.reviewed ? [problem('reviewed', 'required')] : []),
];

const problem = (field: string, reason: SubmissionProblem['reason']): SubmissionProblem => ({ field, reason });

/** Values for fields that are somebody else's, or nobody's. */
function listStrangers(fields: readonly EsignField[], { values }: Submission): SubmissionProblem[] {
  const own = new Set<string>(fields.map(({ id }) => id));
  return Object.keys(values)
    .filter((id) => !own.has(id))
    .map((id) => problem(id, 'not-yours'));
}

function listFieldProblems(field: EsignField, { values }: Submission): SubmissionProblem[] {
  if (field.readOnly) return [];
  const value = resolveFieldValue(field, values);
  if (value && !isKindOf(field, value)) return [problem(field.id, 'wrong-kind')];
  if (isOpen(field, values)) return [problem(field.id, 'required')];
  const isTooLong = field.kind === 'text' && value?.kind === 'text' && value.text.length > field.maxLength;
  return isTooLong ? [problem(field.id, 'too-long')] : [];
}

const isKindOf = (field: EsignField, value: FieldValue): boolean =>
  isMarkField(field) ? value.kind === 'applied' : value.kind === field.kind;

function listMarkProblems(kind: MarkKind, fields: readonly EsignField[], submission: Submission): SubmissionProblem[] {
  const mark: Mark | null = submission[kind];
  const isUsed = fields.some((field) => field.kind === kind && resolveFieldValue(field, submission.values) !== null);
  if (!isUsed) return [];
  if (mark === null) return [problem(kind, 'required')];
  return isMarkAcceptable(mark) ? [] : [problem(kind, 'empty-mark')];
}

function listReasonProblems({ signingReason }: Submission, { signingReasons }: SigningRules): SubmissionProblem[] {
  if (signingReasons.length === 0) return [];
  if (signingReason === null) return [problem('signingReason', 'required')];
  return signingReasons.includes(signingReason) ? [] : [problem('signingReason', 'not-offered')];
}
