/** GET /api/files/:fileId: bytes of a file that this participant's session names, for a page that carries the link's token. */
import { getFile } from '#contract/endpoints/interaction.ts';
import type { FileInfo } from '#contract/file.ts';
import { AppError } from '#backend/app-error.ts';
import { readMessages } from '#backend/customer/messages.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { assertVisitor, type LinkHolder } from '#backend/http/caller.ts';
import { route } from '#backend/http/route.ts';
import { toFileResponse } from '#backend/http/to-file-response.ts';
import { listFiles, listSentFiles, readFile } from '#backend/session/files.ts';
import { readsAfter } from '#backend/session/participants.ts';

export const getFileRoute = route(getFile, async ({ deps, request, params }) => {
  const file = await findFile(deps, await assertVisitor(deps, request), params['fileId']);
  if (!file) throw new AppError('not-found');
  return toFileResponse(request, file, await readFile(deps, file.id));
});

/** Among the files of this participant's interactions, and of the messages that they read; other people's are as good as not there. */
export async function findFile(
  deps: BackendDeps,
  { record, participant }: Pick<LinkHolder, 'record' | 'participant'>,
  id: string | undefined,
): Promise<FileInfo | undefined> {
  const isMeant = (file: FileInfo) => file.id === id;
  const theirs = record.interactions.filter((interaction) => interaction.participant === participant.id);
  const own = theirs.flatMap(listFiles).find(isMeant);
  if (own) return own;
  const sent = listSentFiles(record).find(isMeant);
  if (!sent || !participant.invited) return sent;
  const messages = await readMessages(deps, record.id, readsAfter(participant));
  return messages.some(({ attachments }) => attachments.some(isMeant)) ? sent : undefined;
}
