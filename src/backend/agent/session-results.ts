/** GET /api/agent/sessions/:sessionId/results and …/files/:fileId: what came of a session, and the bytes of what was handed in. */
import { getAgentFile, readSessionResults } from '#contract/endpoints/agent.ts';
import type { FileInfo } from '#contract/file.ts';
import { sessionIdSchema } from '#contract/ids.ts';
import type { SessionResults } from '#contract/results.ts';
import { AppError } from '#backend/app-error.ts';
import { createSessionGuard } from '#backend/http/caller.ts';
import { type AgentCall, agentRoute } from '#backend/http/route.ts';
import { toFileResponse } from '#backend/http/to-file-response.ts';
import { listSentFiles, readFile } from '#backend/session/files.ts';
import { findParticipant } from '#backend/session/participants.ts';
import { toInstant } from '#backend/session/project-session.ts';
import type { SessionRecord, StoredInteraction } from '#backend/session/session-record.ts';

export const readSessionResultsRoute = agentRoute(readSessionResults, async (call) => toResults(await loadSeen(call)));

export const toResults = ({
  id,
  team,
  state,
  startedAt,
  endedAt,
  interactions,
  participants,
}: SessionRecord): SessionResults => ({
  sessionId: id,
  team,
  state,
  startedAt: toInstant(startedAt),
  endedAt: toNullableInstant(endedAt),
  interactions: interactions.map((one) =>
    toResult(one, findParticipant({ participants }, one.participant)?.number ?? 1),
  ),
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

function toResult(interaction: StoredInteraction, participant: number): SessionResults['interactions'][number] {
  const { id, title, status, reason, files } = interaction;
  const common = {
    id,
    title,
    participant,
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
      return { ...common, kind: 'workflow', answers: interaction.answers };
    case 'payment':
      return { ...common, kind: 'payment', amount: interaction.amount, purpose: interaction.purpose };
  }
}

const toNullableInstant = (at: number | null) => (at === null ? null : toInstant(at));
