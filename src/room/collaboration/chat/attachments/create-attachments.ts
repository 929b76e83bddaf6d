/** Files for the message being written. They outlive the panel: closing the messages and opening them again finds them further on. */
import { createStore, type StoreApi } from 'zustand/vanilla';

import { acceptedTypes } from '#contract/document-request.ts';
import { type IdempotencyKey, uploadIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { toSafeName } from '#domain/file-name.ts';
import { createKey } from '#lib/api/call-endpoint.ts';
import { failureCode, NetworkError } from '#lib/api/failures.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { checkFile, isReadable } from '#lib/uploads/check-file.ts';
import {
  type Attached,
  type AttachmentTask,
  listAttached,
} from '#room/collaboration/chat/attachments/attachment-task.ts';
import { createKeptAttachments } from '#room/collaboration/chat/attachments/kept-attachments.ts';

export type Attachments = {
  store: StoreApi<{ tasks: readonly AttachmentTask[] }>;
  add: (files: readonly File[]) => void;
  retry: (key: IdempotencyKey) => void;
  /** Off the list and, where it was begun, off the backend. */
  remove: (key: IdempotencyKey) => void;
  /** For the message that is sent now; the list is empty then. */
  take: () => Attached[];
};

type Client = Pick<SessionClient, 'authorization' | 'storageKey'>;
/** What is known of a file on its way only while the page lives. */
type Way = { file: File; uploadId: string | undefined; stop: () => void };

const accepts = { accept: [...acceptedTypes], maxBytes: limits.attachmentBytes };
const loadUploads = () => import('#lib/uploads/start-upload.ts');

/** Note: what could not be taken back is never sent, and forgotten by the backend after a day. */
export const discardAttached = (client: Pick<Client, 'authorization'>, uploadId: string): void => {
  loadUploads()
    .then(({ discardUpload }) => discardUpload(client.authorization, uploadId))
    .catch(() => undefined);
};

export function createAttachments(client: Client): Attachments {
  const kept = createKeptAttachments(client.storageKey);
  const store: Attachments['store'] = createStore(() => ({ tasks: kept.read() }));
  const ways = new Map<IdempotencyKey, Way>();
  const list = () => store.getState().tasks;
  const put = (tasks: readonly AttachmentTask[]) => {
    store.setState({ tasks });
    kept.write(tasks);
  };
  /** Nothing happens to one that was taken off meanwhile. */
  const change = (key: IdempotencyKey, next: Partial<AttachmentTask>) => {
    put(list().map((task) => (task.key === key ? { ...task, ...next } : task)));
  };

  async function admit({ key }: AttachmentTask, file: File): Promise<void> {
    const before = list().slice(0, limits.attachmentsPerMessage);
    if (before.every((task) => task.key !== key)) {
      change(key, { state: { kind: 'refused', refusal: { kind: 'too-many' } } });
      return;
    }
    const checked = await checkFile(file, accepts);
    if (checked.kind === 'refused') change(key, { state: checked });
    else await send(key);
  }

  async function send(key: IdempotencyKey): Promise<void> {
    change(key, { state: { kind: 'sending' } });
    const { startUpload } = await loadUploads().catch((cause: unknown) => {
      change(key, { state: { kind: 'failed', failure: new NetworkError({ cause }) } });
      throw cause;
    });
    const way = ways.get(key);
    const task = list().find((candidate) => candidate.key === key);
    if (!way || !task) return;
    way.stop = startUpload({
      file: way.file,
      uploadId: way.uploadId,
      key,
      authorization: client.authorization,
      metadata: { purpose: 'message', filename: task.name },
      onBegun: (uploadId) => {
        way.uploadId = uploadId;
        if (ways.has(key)) return;
        way.stop();
        discardAttached(client, uploadId);
      },
      onProgress: (sent) => change(key, { sent }),
      onDone: () => {
        const uploadId = uploadIdSchema.parse(way.uploadId);
        ways.delete(key);
        change(key, {
          sent: task.size,
          state: { kind: 'done', attached: { uploadId, name: task.name, size: task.size } },
        });
      },
      onFailed: (failure) => void fail(key, way, failure),
    });
  }

  async function fail(key: IdempotencyKey, { file }: Way, failure: unknown): Promise<void> {
    const isCut = failure instanceof NetworkError;
    // Note: a file that was moved meanwhile looks like a lost connection.
    if (isCut && !(await isReadable(file)))
      change(key, { state: { kind: 'refused', refusal: { kind: 'unreadable' } } });
    else if (failureCode(failure) === 'file-type-not-accepted')
      change(key, { state: { kind: 'refused', refusal: { kind: 'type', type: 'unknown' } } });
    else change(key, { state: isCut && !navigator.onLine ? { kind: 'paused' } : { kind: 'failed', failure } });
  }

  const goOn = (key: IdempotencyKey) => {
    // Note: what cannot be loaded is told where it failed.
    send(key).catch(() => undefined);
  };

  addEventListener('online', () => {
    for (const { key, state } of list()) {
      const wasCut = state.kind === 'failed' && state.failure instanceof NetworkError;
      if (state.kind === 'paused' || wasCut) goOn(key);
    }
  });

  return {
    store,
    add: (files) => {
      for (const file of files) {
        const name = toSafeName(file.name).slice(-limits.fileNameLength);
        const task: AttachmentTask = { key: createKey(), name, size: file.size, sent: 0, state: { kind: 'checking' } };
        ways.set(task.key, { file, uploadId: undefined, stop: () => undefined });
        put([...list(), task]);
        admit(task, file).catch(() => undefined);
      }
    },
    retry: goOn,
    remove: (key) => {
      const task = list().find((candidate) => candidate.key === key);
      const way = ways.get(key);
      put(list().filter((candidate) => candidate.key !== key));
      ways.delete(key);
      way?.stop();
      // Note: one that is just being begun is taken back once it has a name (`onBegun`).
      const uploadId = task?.state.kind === 'done' ? task.state.attached.uploadId : way?.uploadId;
      if (uploadId !== undefined) discardAttached(client, uploadId);
    },
    take: () => {
      const attached = listAttached(list());
      put([]);
      return attached;
    },
  };
}
