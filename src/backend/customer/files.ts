/** GET /api/files/:fileId: bytes of a file that this participant's session names, for a page that carries the link's token. */
import { getFile } from '#contract/endpoints/interaction.ts';
import type { FileInfo } from '#contract/file.ts';
import { AppError } from '#backend/app-error.ts';
import { assertVisitor, type LinkHolder } from '#backend/http/caller.ts';
import { route } from '#backend/http/route.ts';
import { toFileResponse } from '#backend/http/to-file-response.ts';
import { listFiles, listSentFiles, readFile } from '#backend/session/files.ts';

export const getFileRoute = route(getFile, async ({ deps, request, params }) => {
  const file = findFile(await assertVisitor(deps, request), params['fileId']);
  if (!file) throw new AppError('not-found');
  return toFileResponse(request, file, await readFile(deps, file.id));
});

/** Among the files of this participant's interactions, and of the messages; other people's are as good as not there. */
export const findFile = (
  { record, participant }: Pick<LinkHolder, 'record' | 'participant'>,
  id: string | undefined,
): FileInfo | undefined =>
  [
    ...record.interactions.filter((interaction) => interaction.participant === participant.id).flatMap(listFiles),
    ...listSentFiles(record),
  ].find((file) => file.id === id);
