/** GET /api/agent/sessions/:sessionId/results and …/files/:fileId: what came of a session, and the bytes of what was handed in. */
import { getAgentFile, readSessionResults } from '#contract/endpoints/agent.ts';
import type { FileInfo } from '#contract/file.ts';
import { sessionIdSchema } from '#contract/ids.ts';
import type { InteractionResult, PartResult, SessionResults } from '#contract/results.ts';
import { resolveOutcome } from '#domain/workflow-tasks.ts';
import { AppError } from '#backend/app-error.ts';
import { createSessionGuard } from '#backend/http/caller.ts';
import { type AgentCall, agentRoute } from '#backend/http/route.ts';
import { toFileResponse } from '#backend/http/to-file-response.ts';
import { listSentFiles, readFile } from '#backend/session/files.ts';
import { findParticipant } from '#backend/session/participants.ts';
import { toInstant } from '#backend/session/project-session.ts';
import type { SessionRecord, StoredInteraction, StoredWorkflow } from '#backend/session/session-record.ts';
import { listParts, listTasks } from '#backend/session/workflow-parts.ts';

export const readSessionResultsRoute = agentRoute(readSessionResults, async (call) => toResults(await loadSeen(call)));

export const toResults = (record: SessionRecord): SessionResults => ({
  sessionId: record.id,
  team: record.team,
  state: record.state,
  startedAt: toInstant(record.startedAt),
  endedAt: toNullableInstant(record.endedAt),
  interactions: listTasks(record.interactions).map((one) => toResult(one, record)),
});

/** What an agent brought, a customer handed in, or either sent with a message. What a customer is still putting together is theirs alone. */
export const getAgentFileRoute = agentRoute(getAgentFile, async (call) => {
  const record = await loadSeen(call);
  const files = [...record.interactions.flatMap(listSeenFiles), ...listSentFiles(record)];
  const file = files.find(({ id }) => id === call.params['fileId']);
  if (!file) throw new AppError('not-found');
  return toFileResponse(call.request, file, await readFile(call.deps, file.id));
});

const listSeenFiles = (interaction: StoredInteraction): FileInfo[] =>
  interaction.kind === 'esign' ? [interaction.document, ...interaction.files] : interaction.files;

/** The session of the path, which this caller may see. @throws `not-found` */
export async function loadSeen({ deps, agent, params }: AgentCall): Promise<SessionRecord> {
  const { data } = sessionIdSchema.safeParse(params['sessionId']);
  const record = data && (await deps.store.loadSession(data));
  if (!record) throw new AppError('not-found');
  createSessionGuard(agent, 'see-sessions')(record);
  return record;
}

function toResult(interaction: StoredInteraction, record: SessionRecord): InteractionResult {
  const { id, title, status, reason, files } = interaction;
  const common = {
    id,
    title,
    participant: findParticipant(record, interaction.participant)?.number ?? 1,
    status,
    reason,
    files,
    addedAt: toInstant(interaction.addedAt),
    closedAt: toNullableInstant(interaction.closedAt),
  };
  switch (interaction.kind) {
    case 'esign':
      return { ...common, kind: 'esign' };
    case 'document-request':
      return {
        ...common,
        kind: 'document-request',
        items: interaction.items.map((item) => ({
          id: item.id,
          title: item.title,
          files: item.files.filter((file) => files.some((handedIn) => handedIn.id === file.id)),
        })),
      };
    case 'workflow':
      return { ...common, kind: 'workflow', answers: interaction.answers, ...toPartResults(record, interaction) };
    case 'payment':
      return { ...common, kind: 'payment', amount: interaction.amount, purpose: interaction.purpose };
  }
}

function toPartResults(record: SessionRecord, workflow: StoredWorkflow) {
  const parts = listParts(record, workflow).flatMap((part) => {
    const result = toResult(part, record);
    return isPartResult(result) ? [{ step: part.partOf.step, outcome: resolveOutcome(part), result }] : [];
  });
  return parts.length === 0 ? {} : { parts };
}

const isPartResult = (result: InteractionResult): result is PartResult => result.kind !== 'workflow';

const toNullableInstant = (at: number | null) => (at === null ? null : toInstant(at));
