/** A file the customer chose, from choosing to being part of its item. Pure: what the list of them means. */
import type { FilledItem } from '#contract/document-request.ts';
import type { IdempotencyKey, InteractionId, PartId } from '#contract/ids.ts';
import { countFreePlaces } from '#domain/document-request-rules.ts';
import { failureCode } from '#lib/api/failures.ts';
import type { Refusal } from '#lib/uploads/check-file.ts';
import type { PdfCondition } from '#room/files/inspect-pdf.ts';

export type TaskState =
  | { kind: 'checking' }
  | { kind: 'queued' }
  | { kind: 'sending' }
  /** No network: goes on by itself. */
  | { kind: 'paused' }
  /** Stopped; the customer may try again. */
  | { kind: 'failed'; failure: unknown }
  /** Will never be taken as it is. */
  | { kind: 'refused'; refusal: Refusal }
  /** The backend has it; stays until the item is seen with it. */
  | { kind: 'done' };

export type UploadTask = {
  id: IdempotencyKey;
  interactionId: InteractionId;
  itemId: PartId;
  /** As the item will list it; differs from the file's own when that is taken. */
  name: string;
  /** As it was picked; chosen again after a reload it is known by this. */
  chosen: File;
  /** As it is sent: a photo is made smaller first. */
  file: File;
  /** Whether it will open for whoever gets it. */
  condition: PdfCondition;
  /** The backend's name for it, once it was begun. */
  uploadId: string | undefined;
  /** Bytes the backend has. */
  sent: number;
  state: TaskState;
};

const isOf = (item: Pick<FilledItem, 'id'>) => (task: UploadTask) => task.itemId === item.id;

/** Begun before a reload, or on another device: the customer has to choose the file again. */
export const listWaiting = (item: FilledItem, tasks: readonly UploadTask[]) =>
  item.unfinished.filter(({ id }) => !tasks.some(({ uploadId }) => uploadId === id));

/** The tasks of an item that its list of files does not show yet. */
export const listShown = (item: FilledItem, tasks: readonly UploadTask[]): UploadTask[] =>
  tasks
    .filter(isOf(item))
    .filter(({ state, name }) => state.kind !== 'done' || !item.files.some((file) => file.name === name));

/** On the way, or stopped on the way: what keeps the customer from submitting. */
export const listUnsettled = (item: FilledItem, tasks: readonly UploadTask[]): UploadTask[] =>
  listShown(item, tasks).filter(({ state }) => state.kind !== 'refused');

export type OpenFile = { kind: 'unsettled' | 'failed' | 'waiting'; id: string; name: string };

/** What of an item is neither added nor given up, and would be lost if everything were sent now. */
export const listOpenFiles = (item: FilledItem, tasks: readonly UploadTask[]): OpenFile[] => [
  ...listUnsettled(item, tasks).map(({ id, name, state }) => {
    return { kind: state.kind === 'failed' ? ('failed' as const) : ('unsettled' as const), id, name };
  }),
  ...listWaiting(item, tasks).map(({ id, name }) => ({ kind: 'waiting' as const, id, name })),
];

export const countPlacesLeft = (item: FilledItem, tasks: readonly UploadTask[]): number =>
  countFreePlaces(item, listUnsettled(item, tasks).length + listWaiting(item, tasks).length);

export const listTakenNames = (item: FilledItem, tasks: readonly UploadTask[]): string[] => [
  ...item.files.map(({ name }) => name),
  ...item.unfinished.map(({ name }) => name),
  ...tasks.filter(isOf(item)).map(({ name }) => name),
];

/** What the backend refused for good, in the same words as what is refused here. */
export function toRefusal(failure: unknown): Refusal | null {
  switch (failureCode(failure)) {
    case 'file-type-not-accepted':
      return { kind: 'type', type: 'unknown' };
    case 'file-too-large':
      return { kind: 'too-large' };
    case 'too-many-files':
      return { kind: 'too-many' };
    default:
      return null;
  }
}
