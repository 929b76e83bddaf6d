/** Taking a file off what it was added to: an item of a document request, or a question of a workflow. */
import type { FileInfo } from '#contract/file.ts';
import { AppError } from '#backend/app-error.ts';
import { assertVisitor } from '#backend/http/caller.ts';
import type { Call } from '#backend/http/route.ts';
import { assertActionable, findInteraction, replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { listItems } from '#backend/session/file-taker.ts';
import { toActor } from '#backend/session/participants.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import { assertNotSettled } from '#backend/session/workflow-parts.ts';
import { decideFile } from '#backend/session/undecided-files.ts';
import { dropFile } from '#backend/uploads/upload-state.ts';

/** The interaction without the file. @throws `not-found`, `not-actionable`, `session-ended` */
export async function removeFileOf<Kind extends 'document-request' | 'workflow'>(
  { deps, request, params }: Call,
  kind: Kind,
) {
  const { record, participant, access } = await assertVisitor(deps, request);
  const find = (current: SessionRecord) => findInteraction(current, participant, kind, params['interactionId']);
  const known = find(record);
  assertActionable(known, access, null);
  const isRemoved = ({ id }: FileInfo) => id === params['fileId'];
  const item = listItems(known).find(({ files }) => files.some(isRemoved));
  const removed = item?.files.find(isRemoved);
  if (!item || !removed) throw new AppError('not-found');
  assertNotSettled(known, item.id);
  // Note: what was handed in once stays, although the customer replaces it: the session goes on naming it.
  const changed = await decideFile(deps, record.id, removed.id, () =>
    changeSession(deps, {
      sessionId: record.id,
      actor: toActor(participant),
      key: null,
      intent: 'remove-file',
      decide: (current) => {
        const stored = find(current);
        assertActionable(stored, access, null);
        assertNotSettled(stored, item.id);
        return { record: replaceInteraction(current, dropFile(stored, removed.id)), facts: [] };
      },
    }),
  );
  return find(changed);
}
