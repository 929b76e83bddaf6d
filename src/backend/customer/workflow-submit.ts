/**
 * POST /api/workflows/:interactionId/submit: the answers, once. Those of steps that are not reached are dropped, the others
 * have to be right, and every task on the way done; the log keeps their hash (RFC 8785 JSON), never the answers, and the hash of every
 * file among them. Those that were settled by something final are taken as they were then, whatever is sent for them.
 *
 * What was handed in becomes the draft to start from, should the agent return it: filled in as it was, and numbered on, so
 * that a draft left behind on another device is known to be older.
 */
import { submitAnswers } from '#contract/endpoints/workflow.ts';
import type { Answer, Answers } from '#contract/workflow.ts';
import { keepReachedAnswers } from '#domain/workflow-branching.ts';
import { withoutFiles } from '#domain/workflow-files.ts';
import { applySettled } from '#domain/workflow-tasks.ts';
import { AppError } from '#backend/app-error.ts';
import { assertAnswered, listDropped, listGiven } from '#backend/customer/workflow-answered.ts';
import { assertVisitor, readKey } from '#backend/http/caller.ts';
import { inputRoute } from '#backend/http/route.ts';
import { assertActionable, findInteraction, replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { listItems, listUploads } from '#backend/session/file-taker.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { toActor } from '#backend/session/participants.ts';
import { projectSession } from '#backend/session/project-session.ts';
import type { SessionRecord, StoredWorkflow } from '#backend/session/session-record.ts';
import { decideFiles } from '#backend/session/undecided-files.ts';
import { listOutcomes } from '#backend/session/workflow-parts.ts';
import { deleteChunks } from '#backend/uploads/upload-chunks.ts';

export const submitAnswersRoute = inputRoute(submitAnswers, async ({ deps, request, params, input }) => {
  const key = readKey(request);
  const { record, participant, access } = await assertVisitor(deps, request);
  const find = (current: typeof record) => findInteraction(current, participant, 'workflow', params['interactionId']);
  const stored = find(record);
  // Note: what is settled since then has another revision, and is refused.
  const given = applySettled(stored.definition, stored.settled, input.answers);
  const answers = keepReachedAnswers(stored.definition, given, listOutcomes(record, stored));
  const hash = await sha256Hex(toCanonicalJson(answers));
  const dropped = listDropped(stored, answers);
  const assertRight = (current: SessionRecord) => {
    const interaction = find(current);
    assertActionable(interaction, access, input.revision);
    assertAnswered(interaction, answers, listOutcomes(current, interaction));
  };
  // Note: what is refused notes nothing; what is only repeated drops nothing.
  if (dropped.length > 0) assertRight(record);

  const submit = () =>
    changeSession(deps, {
      sessionId: record.id,
      actor: toActor(participant),
      key,
      intent: `submit:${stored.id}`,
      decide: (current) => {
        const interaction = find(current);
        assertRight(current);
        // Note: the bytes of one that came since would stay for ever.
        if (listDropped(interaction, answers).some((id) => !dropped.includes(id))) {
          throw new AppError('interaction-changed');
        }
        const next = toSubmitted(interaction, answers, deps.now());
        const hashes = [hash, ...next.files.map(({ sha256 }) => sha256)];
        return {
          record: replaceInteraction(current, next),
          facts: [{ kind: 'interaction-completed', interaction: next.id, hashes }],
        };
      },
    });
  const submitted = await decideFiles(deps, record.id, dropped, submit);
  await Promise.all(listUploads(stored).map(({ id }) => deleteChunks(deps, record.id, id)));
  return projectSession(submitted, participant, access);
});

/** Uploads that are not finished are not part of it and go away. */
const toSubmitted = (interaction: StoredWorkflow, answers: Answers, now: number): StoredWorkflow => {
  const { definition, draft } = interaction;
  const given = listItems(interaction).filter(({ id }) => listGiven(answers, id).length > 0);
  return {
    ...interaction,
    status: 'completed',
    revision: interaction.revision + 1,
    closedAt: now,
    reason: null,
    answers,
    files: given.flatMap(({ files }) => files),
    added: Object.fromEntries(given.map(({ id, files }) => [id, files])),
    uploads: [],
    draft: {
      revision: (draft?.revision ?? 0) + 1,
      writer: 'handed-in',
      savedAt: now,
      content: { answers: withoutFiles(definition, answers), step: definition.steps[0]?.id ?? null },
    },
  };
};

/** RFC 8785: members by UTF-16 code units, as JSON.stringify writes each value. */
function toCanonicalJson(value: Answers | Answer): string {
  if (typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${toCanonicalJson(member)}`).join(',')}}`;
}
