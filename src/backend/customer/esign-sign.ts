/**
 * POST /api/esigns/:interactionId/sign: checks the submission, stamps the document, appends the audit page, completes. The
 * stamping comes first, because deciding must be quick and pure; a file that lost the race goes again.
 */
import { sign } from '#contract/endpoints/esign.ts';
import type { SignInput } from '#contract/esign.ts';
import type { FileInfo } from '#contract/file.ts';
import type { Policy } from '#contract/policy.ts';
import { listFieldsOf, settleFields } from '#domain/esign-fields.ts';
import { listSubmissionProblems, toSigningRules } from '#domain/esign-submission.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { describeSigning } from '#backend/documents/describe-signing.ts';
import { stampDocument } from '#backend/documents/stamp-document.ts';
import { assertVisitor, readKey, type Visitor } from '#backend/http/caller.ts';
import { inputRoute } from '#backend/http/route.ts';
import { assertActionable, findInteraction, replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { type NewFile, readFile } from '#backend/session/files.ts';
import { toActor } from '#backend/session/participants.ts';
import { projectSession } from '#backend/session/project-session.ts';
import type { StoredEsign } from '#backend/session/session-record.ts';
import { keepFileFor } from '#backend/session/undecided-files.ts';
import { assertReached } from '#backend/session/workflow-parts.ts';

export const signRoute = inputRoute(sign, async ({ deps, request, params, input }) => {
  const visitor = await assertVisitor(deps, request);
  const { record, participant, access, policy } = visitor;
  const key = readKey(request);
  const { id } = findInteraction(record, participant, 'esign', params['interactionId']);
  const isRepeat = record.appliedKeys.some((applied) => applied.key === key);

  const commit = (signed: FileInfo | null) =>
    changeSession(deps, {
      sessionId: record.id,
      actor: toActor(participant),
      key,
      intent: `sign:${id}`,
      decide: (current) => {
        const esign = findInteraction(current, participant, 'esign', id);
        assertMaySign(esign, visitor, policy, input);
        assertReached(current, esign);
        if (!signed) throw new AppError('not-actionable');
        return {
          record: replaceInteraction(current, complete(esign, signed, deps.now())),
          facts: [
            {
              kind: 'interaction-completed',
              interaction: esign.id,
              hashes: [esign.document.sha256, signed.sha256],
            },
          ],
        };
      },
    });
  const changed = isRepeat
    ? await commit(null)
    : await keepFileFor(deps, record.id, await stampSubmission(deps, visitor, id, input), commit);
  return projectSession(changed, participant, access);
});

const complete = (esign: StoredEsign, signed: FileInfo, now: number): StoredEsign => ({
  ...esign,
  status: 'completed',
  revision: esign.revision + 1,
  closedAt: now,
  reason: null,
  files: [signed],
  draft: null,
});

/** @throws `session-ended`, `not-actionable`, `interaction-changed`, or `invalid-input` naming each field that is not in order. */
function assertMaySign(
  esign: StoredEsign,
  { participant, access }: Pick<Visitor, 'participant' | 'access'>,
  policy: Policy,
  input: SignInput,
): void {
  assertActionable(esign, access, input.revision);
  if (input.documentSha256 !== esign.document.sha256) throw new AppError('interaction-changed');
  const own = listFieldsOf(esign.fields, participant.number);
  const problems = listSubmissionProblems(own, input, toSigningRules(policy));
  if (problems.length === 0) return;
  throw new AppError('invalid-input', {
    fields: problems.map(({ field, reason }) => ({ path: field, message: reason })),
  });
}

async function stampSubmission(
  deps: BackendDeps,
  visitor: Visitor,
  id: StoredEsign['id'],
  input: SignInput,
): Promise<NewFile> {
  const { record, participant, policy } = visitor;
  const esign = findInteraction(record, participant, 'esign', id);
  assertMaySign(esign, visitor, policy, input);
  assertReached(record, esign);
  const bytes = await readFile(deps, esign.document.id);
  const now = deps.now();
  const own = listFieldsOf(esign.fields, participant.number);
  const { signature, initials } = input;
  const signed = await stampDocument(deps, {
    bytes,
    values: settleFields(own, input.values),
    marks: { signature, initials },
    audit: describeSigning({ record, participant, esign, fields: own, policy, input, now }),
    now,
  });
  return { name: esign.document.name, type: 'application/pdf', bytes: signed };
}
