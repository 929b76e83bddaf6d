/**
 * Interactions that customers add files to: a document request by its items, a workflow by its questions for files. Uploads, quotas and
 * removal see both alike.
 */
import type { RequestedItem } from '#contract/document-request.ts';
import type { FileInfo } from '#contract/file.ts';
import type { PartId } from '#contract/ids.ts';
import { listFileFields, toItem } from '#domain/workflow-files.ts';
import { AppError } from '#backend/app-error.ts';
import type {
  SessionRecord,
  StoredDocumentRequest,
  StoredInteraction,
  StoredParticipant,
  StoredUpload,
  StoredWorkflow,
} from '#backend/session/session-record.ts';

export type FileTaker = StoredDocumentRequest | StoredWorkflow;
export type TakingItem = RequestedItem & { files: FileInfo[] };

const isFileTaker = (interaction: StoredInteraction): interaction is FileTaker =>
  interaction.kind === 'document-request' || interaction.kind === 'workflow';

export const listFileTakers = ({ interactions }: Pick<SessionRecord, 'interactions'>): FileTaker[] =>
  interactions.filter(isFileTaker);

/** This participant's. @throws `not-found`, also for other people's. */
export function findFileTaker(
  record: SessionRecord,
  participant: Pick<StoredParticipant, 'id'>,
  id: string | undefined,
): FileTaker {
  const found = listFileTakers(record).find((taker) => taker.id === id && taker.participant === participant.id);
  if (!found) throw new AppError('not-found');
  return found;
}

export const listItems = (taker: FileTaker): TakingItem[] =>
  taker.kind === 'document-request'
    ? taker.items
    : listFileFields(taker.definition).map((field) => ({ ...toItem(field), files: taker.added?.[field.id] ?? [] }));

export const listUploads = ({ uploads = [] }: FileTaker): StoredUpload[] => uploads;

/** With other files for each item, in place of those it has. */
export function mapFiles(taker: FileTaker, change: (files: FileInfo[], item: PartId) => FileInfo[]): FileTaker {
  if (taker.kind === 'document-request') {
    return { ...taker, items: taker.items.map((item) => ({ ...item, files: change(item.files, item.id) })) };
  }
  return {
    ...taker,
    added: Object.fromEntries(listItems(taker).map(({ id, files }) => [id, change(files, id)])),
  };
}
