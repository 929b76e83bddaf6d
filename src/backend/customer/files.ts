/** GET /api/files/:fileId: bytes of a file that this participant's session names. Always a download, never run by the browser. */
import { getFile } from '#contract/endpoints/interaction.ts';
import type { FileInfo } from '#contract/file.ts';
import { AppError } from '#backend/app-error.ts';
import { assertVisitor, type Visitor } from '#backend/http/caller.ts';
import { route } from '#backend/http/route.ts';
import { fileKey } from '#backend/session/files.ts';
import type { StoredInteraction } from '#backend/session/session-record.ts';

export const getFileRoute = route(getFile, async ({ deps, request, params }) => {
  const visitor = await assertVisitor(deps, request);
  const file = listFiles(visitor).find(({ id }) => id === params['fileId']);
  const bytes = file && (await deps.blobs.get(fileKey(file.id)));
  if (!file || !bytes) throw new AppError('not-found');
  return new Response(bytes, {
    headers: {
      'content-type': file.type,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename*=UTF-8''${encodeFileName(file.name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});

/** RFC 8187. Note: half a surrogate pair, which JSON lets through, would throw. */
const encodeFileName = (name: string) =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const listFiles = ({ record, participant }: Visitor): FileInfo[] =>
  record.interactions.filter((interaction) => interaction.participant === participant.id).flatMap(listInteractionFiles);

function listInteractionFiles(interaction: StoredInteraction): FileInfo[] {
  switch (interaction.kind) {
    case 'esign':
      return [interaction.document, ...interaction.files];
    case 'document-request':
      return [...interaction.items.flatMap(({ files }) => files), ...interaction.files];
    case 'workflow':
    case 'payment':
      return interaction.files;
  }
}
