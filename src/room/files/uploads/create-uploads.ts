/** The uploads of one session. They outlive the screen: leaving for the room and coming back finds them further on. */
import type { AcceptedType, FilledItem } from '#contract/document-request.ts';
import type { InteractionId } from '#contract/ids.ts';
import { toUniqueName } from '#domain/document-request-rules.ts';
import { toTypedName } from '#domain/file-name.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { checkFile, type Refusal } from '#lib/uploads/check-file.ts';
import { inspectPdf } from '#room/files/inspect-pdf.ts';
import { shrinkPicture } from '#room/files/shrink-picture.ts';
import { createSender } from '#room/files/uploads/create-sender.ts';
import { discardUpload } from '#lib/uploads/start-upload.ts';
import { createStartedUploads } from '#room/files/uploads/started-uploads.ts';
import type { TaskList, TasksStore } from '#room/files/uploads/task-list.ts';
import { countPlacesLeft, listTakenNames, listWaiting, type UploadTask } from '#room/files/uploads/upload-task.ts';

type Place = Pick<UploadTask, 'interactionId' | 'itemId' | 'name'>;
type UnfinishedUpload = FilledItem['unfinished'][number];

export type Uploads = {
  store: TasksStore;
  add: (interactionId: InteractionId, item: FilledItem, files: readonly File[]) => void;
  retry: (taskId: string) => void;
  /** Takes a task off the list and, where it was begun, off the backend. */
  remove: (taskId: string) => void;
  /** Takes back one that nobody here is sending. @throws {ApiError | NetworkError | ContractError} */
  discard: (interactionId: InteractionId, uploadId: string) => Promise<void>;
  /** The chosen file behind a sent one: shown without fetching it back. */
  findSent: (place: Place) => Pick<UploadTask, 'file' | 'condition'> | undefined;
  /** The request was handed in. */
  clear: (interactionId: InteractionId) => void;
};

/** `onChanged`: the backend's list of an interaction's files is another one now. */
export function createUploads(
  client: Pick<SessionClient, 'authorization' | 'storageKey'>,
  tasks: TaskList,
  onChanged: (interactionId: InteractionId) => Promise<void>,
): Uploads {
  const started = createStartedUploads(client.storageKey);
  const sent = new Map<string, UploadTask>();
  const sender = createSender({
    client,
    tasks,
    started,
    onDone: (task) => {
      sent.set(toSentKey(task), task);
      started.forget(task.uploadId ?? '');
      onChanged(task.interactionId).then(
        () => tasks.drop(({ id }) => id === task.id),
        // Note: the row stays as "added"; the list is asked for again when the network is back.
        () => undefined,
      );
    },
    onUnwanted: ({ interactionId }, uploadId) => discardQuietly(interactionId, uploadId),
  });

  async function discard(interactionId: InteractionId, uploadId: string): Promise<void> {
    await discardUpload(client.authorization, uploadId);
    started.forget(uploadId);
    await onChanged(interactionId);
  }

  function discardQuietly(interactionId: InteractionId, uploadId: string): void {
    // Note: what could not be taken back is listed as unfinished and can be removed there.
    discard(interactionId, uploadId).catch(() => undefined);
  }

  /**
   * Only what passes the checks takes a place. What was left unfinished makes room for what is chosen instead; `overtaken`: begun with
   * the same file, which is sent anew.
   */
  async function admit(task: UploadTask, item: FilledItem, overtaken?: UnfinishedUpload): Promise<void> {
    const refuse = (refusal: Refusal) => {
      tasks.change(task.id, { state: { kind: 'refused', refusal } });
      sender.startNext();
    };
    // Note: what was begun goes on with the bytes it was begun with.
    const file = task.uploadId === undefined ? await shrinkPicture(task.chosen, item) : task.chosen;
    const checked = await checkFile(file, item);
    if (checked.kind === 'refused') {
      refuse(checked.refusal);
      return;
    }
    await describe({ ...task, file, name: file === task.chosen ? task.name : file.name }, item, checked.type);
    const admitted = tasks.list().filter(({ state }) => state.kind !== 'checking');
    const isFull = task.uploadId === undefined && countPlacesLeft(item, admitted) === 0;
    const [abandoned] = listWaiting(item, tasks.list());
    if (isFull && !abandoned) {
      refuse({ kind: 'too-many' });
      return;
    }
    if (isFull && abandoned) await discard(task.interactionId, abandoned.id);
    if (overtaken) await discard(task.interactionId, overtaken.id);
    sender.enqueue(task.id);
  }

  /** Note: named as the backend will name it (`toTypedName`), unless the backend has named it already. */
  async function describe(task: UploadTask, item: FilledItem, type: AcceptedType): Promise<void> {
    const condition = type === 'application/pdf' ? await inspectPdf(task.file) : 'fine';
    const others = tasks.list().filter(({ id }) => id !== task.id);
    const isNamed = task.uploadId !== undefined;
    const name = isNamed ? task.name : toUniqueName(toTypedName(task.name, type), listTakenNames(item, others));
    tasks.change(task.id, { file: task.file, condition, name });
  }

  function addFile(interactionId: InteractionId, item: FilledItem, file: File): void {
    const begun = started.find({ interactionId, itemId: item.id }, file);
    const known = tasks.list().find(({ uploadId }) => begun !== undefined && uploadId === begun);
    if (known) {
      if (known.state.kind === 'failed') sender.enqueue(known.id);
      return;
    }
    const waiting = listWaiting(item, tasks.list()).find(({ id }) => id === begun);
    // Note: a photo is made smaller anew, and those bytes may be others: what was received of it is no beginning.
    const resumed = waiting?.size === file.size ? waiting : undefined;
    const overtaken = resumed ? undefined : waiting;
    const asked = { ...item, unfinished: item.unfinished.filter((upload) => upload !== overtaken) };
    const task: UploadTask = {
      id: createKey(),
      interactionId,
      itemId: item.id,
      name: resumed?.name ?? toUniqueName(file.name, listTakenNames(asked, tasks.list())),
      chosen: file,
      file,
      condition: 'fine',
      uploadId: resumed?.id,
      sent: resumed?.offset ?? 0,
      state: { kind: 'checking' },
    };
    tasks.add(task);
    admit(task, asked, overtaken).catch((failure: unknown) => {
      tasks.change(task.id, { state: { kind: 'failed', failure } });
      sender.startNext();
    });
  }

  return {
    store: tasks.store,
    add: (interactionId, item, files) => {
      for (const file of files) addFile(interactionId, item, file);
    },
    retry: sender.enqueue,
    remove: (id) => {
      const task = tasks.find(id);
      if (!task) return;
      tasks.drop((candidate) => candidate.id === id);
      // Note: one that is just being begun is let go until it has a name, then taken back (`onUnwanted`).
      if (task.uploadId === undefined) return;
      sender.stop(id);
      discardQuietly(task.interactionId, task.uploadId);
      sender.startNext();
    },
    discard,
    findSent: (place) => sent.get(toSentKey(place)),
    clear: (interactionId) => {
      tasks.drop((task) => task.interactionId === interactionId);
      for (const [key, task] of sent) if (task.interactionId === interactionId) sent.delete(key);
    },
  };
}

const toSentKey = ({ interactionId, itemId, name }: Place) => `${interactionId}/${itemId}/${name}`;
