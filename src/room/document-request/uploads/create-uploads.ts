/**
 * The uploads of one session. They outlive the screen: leaving for the room and coming back finds them further on. Few at a time, begun
 * one after the other, so that the files keep the order in which they were chosen.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';

import type { RequestedItemContent } from '#contract/document-request.ts';
import type { InteractionId } from '#contract/ids.ts';
import { toUniqueName } from '#domain/document-request-rules.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import { NetworkError } from '#lib/api/failures.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { checkFile } from '#room/document-request/check-file.ts';
import { discardUpload, startUpload } from '#room/document-request/uploads/start-upload.ts';
import { createStartedUploads } from '#room/document-request/uploads/started-uploads.ts';
import {
  countPlacesLeft,
  listTakenNames,
  listWaiting,
  toRefusal,
  type UploadTask,
} from '#room/document-request/uploads/upload-task.ts';

const maxAtOnce = 2;

type Place = Pick<UploadTask, 'interactionId' | 'itemId' | 'name'>;
type UploadsState = { tasks: readonly UploadTask[] };

export type Uploads = {
  store: StoreApi<UploadsState>;
  add: (interactionId: InteractionId, item: RequestedItemContent, files: readonly File[]) => void;
  retry: (taskId: string) => void;
  /** Takes a task off the list and, where it was begun, off the backend. */
  remove: (taskId: string) => void;
  /** Takes back one that nobody here is sending. @throws {ApiError | NetworkError | ContractError} */
  discard: (interactionId: InteractionId, uploadId: string) => Promise<void>;
  /** The chosen file behind a sent one: shown without fetching it back. */
  findSent: (place: Place) => File | undefined;
  /** The request was handed in. */
  clear: (interactionId: InteractionId) => void;
};

/** `onChanged`: the backend's list of an interaction's files is another one now. */
export function createUploads(
  client: Pick<SessionClient, 'authorization' | 'storageKey'>,
  onChanged: (interactionId: InteractionId) => Promise<void>,
): Uploads {
  const store = createStore<UploadsState>(() => ({ tasks: [] }));
  const started = createStartedUploads(client.storageKey);
  const stops = new Map<string, () => void>();
  const sent = new Map<string, UploadTask>();

  const listTasks = () => store.getState().tasks;
  const findTask = (id: string) => listTasks().find((task) => task.id === id);
  const change = (id: string, next: Partial<UploadTask>) => {
    store.setState(({ tasks }) => ({ tasks: tasks.map((task) => (task.id === id ? { ...task, ...next } : task)) }));
  };
  const drop = (isDropped: (task: UploadTask) => boolean) => {
    store.setState(({ tasks }) => ({ tasks: tasks.filter((task) => !isDropped(task)) }));
  };
  const stop = (id: string) => {
    stops.get(id)?.();
    stops.delete(id);
  };

  const enqueue = (id: string) => {
    change(id, { state: { kind: 'queued' } });
    startNext();
  };

  function startNext(): void {
    const sending = listTasks().filter(({ state }) => state.kind === 'sending');
    const next = listTasks().find(({ state }) => state.kind === 'queued' || state.kind === 'checking');
    const isBusy = sending.length >= maxAtOnce || sending.some(({ uploadId }) => uploadId === undefined);
    if (isBusy || next?.state.kind !== 'queued') return;
    change(next.id, { state: { kind: 'sending' } });
    send(next);
    startNext();
  }

  function send({ id, file, uploadId, name, ...task }: UploadTask): void {
    const stopThis = startUpload({
      file,
      uploadId,
      key: id,
      authorization: client.authorization,
      metadata: { interactionId: task.interactionId, itemId: task.itemId, filename: name },
      onBegun: (begun) => {
        if (findTask(id)) {
          change(id, { uploadId: begun });
          started.remember(begun, task.itemId, file);
        } else {
          stopThis();
          discardQuietly(task.interactionId, begun);
        }
        startNext();
      },
      onProgress: (received) => {
        change(id, { sent: received });
      },
      onDone: () => {
        void finish(id);
      },
      onFailed: (failure) => {
        void fail(id, failure);
      },
    });
    stops.set(id, stopThis);
  }

  async function finish(id: string): Promise<void> {
    const task = findTask(id);
    stops.delete(id);
    if (!task) return;
    change(id, { sent: task.file.size, state: { kind: 'done' } });
    sent.set(toSentKey(task), task);
    started.forget(task.uploadId ?? '');
    startNext();
    await onChanged(task.interactionId).then(
      () => {
        drop((candidate) => candidate.id === id);
      },
      // Note: the row stays as "added"; the list is asked for again when the network is back.
      () => undefined,
    );
  }

  async function fail(id: string, failure: unknown): Promise<void> {
    const task = findTask(id);
    stops.delete(id);
    if (!task) return;
    const isCut = failure instanceof NetworkError;
    // Note: a file that was moved meanwhile looks like a lost connection.
    const isLost = isCut && (await checkFile(task.file, { accept: [], maxBytes: 0 }))?.kind === 'unreadable';
    const refusal = isLost ? ({ kind: 'unreadable' } as const) : toRefusal(failure);
    if (refusal) change(id, { state: { kind: 'refused', refusal } });
    else change(id, { state: isCut && !navigator.onLine ? { kind: 'paused' } : { kind: 'failed', failure } });
    startNext();
  }

  const discardQuietly = (interactionId: InteractionId, uploadId: string) => {
    // Note: what could not be taken back is listed as unfinished and can be removed there.
    discard(interactionId, uploadId).catch(() => undefined);
  };

  async function discard(interactionId: InteractionId, uploadId: string): Promise<void> {
    await discardUpload(client.authorization, uploadId);
    started.forget(uploadId);
    await onChanged(interactionId);
  }

  async function check({ id, file }: UploadTask, item: RequestedItemContent): Promise<void> {
    const refusal = await checkFile(file, item);
    if (refusal) change(id, { state: { kind: 'refused', refusal } });
    else change(id, { state: { kind: 'queued' } });
    startNext();
  }

  function addFile(interactionId: InteractionId, item: RequestedItemContent, file: File): void {
    const begun = started.find(item.id, file);
    const known = listTasks().find(({ uploadId }) => begun !== undefined && uploadId === begun);
    if (known) {
      if (known.state.kind === 'failed') enqueue(known.id);
      return;
    }
    const waiting = listWaiting(item, listTasks());
    const resumed = waiting.find(({ id }) => id === begun);
    const task: UploadTask = {
      id: createKey(),
      interactionId,
      itemId: item.id,
      name: resumed?.name ?? toUniqueName(file.name, listTakenNames(item, listTasks())),
      file,
      uploadId: resumed?.id,
      sent: resumed?.offset ?? 0,
      state: { kind: 'checking' },
    };
    const isFull = !resumed && countPlacesLeft(item, listTasks()) === 0;
    const [given] = waiting;
    store.setState(({ tasks }) => ({ tasks: [...tasks, task] }));
    if (!isFull) void check(task, item);
    else if (!given) change(task.id, { state: { kind: 'refused', refusal: { kind: 'too-many' } } });
    // Note: what was left unfinished makes room for what the customer chooses instead.
    else
      discard(interactionId, given.id).then(
        () => check(task, item),
        (failure: unknown) => fail(task.id, failure),
      );
  }

  addEventListener('offline', () => {
    for (const { id } of listTasks().filter(({ state }) => state.kind === 'sending')) {
      stop(id);
      change(id, { state: { kind: 'paused' } });
    }
  });
  addEventListener('online', () => {
    for (const { id, state } of listTasks()) {
      const wasCut = state.kind === 'failed' && state.failure instanceof NetworkError;
      if (state.kind === 'paused' || wasCut) enqueue(id);
    }
  });

  return {
    store,
    add: (interactionId, item, files) => {
      for (const file of files) addFile(interactionId, item, file);
    },
    retry: enqueue,
    remove: (id) => {
      const task = findTask(id);
      if (!task) return;
      drop((candidate) => candidate.id === id);
      // Note: one that is just being begun is let go until it has a name, then taken back (`onBegun`).
      if (task.uploadId === undefined) return;
      stop(id);
      discardQuietly(task.interactionId, task.uploadId);
      startNext();
    },
    discard,
    findSent: (place) => sent.get(toSentKey(place))?.file,
    clear: (interactionId) => {
      drop((task) => task.interactionId === interactionId);
      for (const [key, task] of sent) if (task.interactionId === interactionId) sent.delete(key);
    },
  };
}

const toSentKey = ({ interactionId, itemId, name }: Place) => `${interactionId}/${itemId}/${name}`;
