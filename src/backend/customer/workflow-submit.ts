/**
 * POST /api/workflows/:interactionId/submit: the answers, once. Those of steps that are not reached are dropped, the others
 * have to be right; the log keeps their hash (RFC 8785 JSON), never the answers.
 *
 * What was handed in becomes the draft to start from, should the agent return it: filled in as it was, and numbered on, so
 * that a draft left behind on another device is known to be older.
 */
import { submitAnswers } from '#contract/endpoints/workflow.ts';
import type { Answer, Answers, WorkflowDefinition } from '#contract/workflow.ts';
import { listStepProblems } from '#domain/workflow-answers.ts';
import { keepReachedAnswers, resolvePath } from '#domain/workflow-branching.ts';
import { AppError } from '#backend/app-error.ts';
import { assertVisitor, readKey } from '#backend/http/caller.ts';
import { inputRoute } from '#backend/http/route.ts';
import { assertActionable, findInteraction, replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { toActor } from '#backend/session/participants.ts';
import { projectSession } from '#backend/session/project-session.ts';
import type { StoredWorkflow } from '#backend/session/session-record.ts';

export const submitAnswersRoute = inputRoute(submitAnswers, async ({ deps, request, params, input }) => {
  const key = readKey(request);
  const { record, participant, access } = await assertVisitor(deps, request);
  const find = (current: typeof record) => findInteraction(current, participant, 'workflow', params['interactionId']);
  const { definition } = find(record);
  const answers = keepReachedAnswers(definition, input.answers);
  const hash = await sha256Hex(toCanonicalJson(answers));

  const submitted = await changeSession(deps, {
    sessionId: record.id,
    actor: toActor(participant),
    key,
    intent: `submit:${params['interactionId']}`,
    decide: (current) => {
      const interaction = find(current);
      assertActionable(interaction, access, input.revision);
      assertAnswered(definition, answers);
      return {
        record: replaceInteraction(current, toSubmitted(interaction, answers, deps.now())),
        facts: [{ kind: 'interaction-completed', interaction: interaction.id, hashes: [hash] }],
      };
    },
  });
  return projectSession(submitted, participant, access);
});

/** @throws `invalid-input` naming every reached field that is not right: `answers.<fieldId>`. */
function assertAnswered(definition: WorkflowDefinition, answers: Answers): void {
  const problems = resolvePath(definition, answers).flatMap((step) => listStepProblems(step, answers));
  if (problems.length === 0) return;
  throw new AppError('invalid-input', {
    fields: problems.map(({ field, problem }) => ({ path: `answers.${field.id}`, message: problem })),
  });
}

const toSubmitted = (interaction: StoredWorkflow, answers: Answers, now: number): StoredWorkflow => ({
  ...interaction,
  status: 'completed',
  revision: interaction.revision + 1,
  closedAt: now,
  reason: null,
  answers,
  draft: {
    revision: (interaction.draft?.revision ?? 0) + 1,
    writer: 'handed-in',
    savedAt: now,
    content: { answers, step: interaction.definition.steps[0]?.id ?? null },
  },
});

/** RFC 8785: members by UTF-16 code units, as JSON.stringify writes each value. */
function toCanonicalJson(value: Answers | Answer): string {
  if (typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  const members = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${toCanonicalJson(member)}`).join(',')}}`;
}
