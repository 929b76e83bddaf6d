/**
 * Sends what is queued: few at a time, begun one after the other so that the files keep the order in which they were chosen. Without a
 * network it waits, and goes on by itself.
 */
import { ApiError, NetworkError } from '#lib/api/failures.ts';
import type { SessionClient } from '#lib/session-client/session-client.tsx';
import { isReadable } from '#lib/uploads/check-file.ts';
import { startUpload } from '#lib/uploads/start-upload.ts';
import type { StartedUploads } from '#room/files/uploads/started-uploads.ts';
import type { TaskList } from '#room/files/uploads/task-list.ts';
import { toRefusal, type UploadTask } from '#room/files/uploads/upload-task.ts';

const maxAtOnce = 2;

export type Sender = {
  enqueue: (taskId: string) => void;
  /** Stops sending; what was received so far stays where it is. */
  stop: (taskId: string) => void;
  startNext: () => void;
};

type SenderDeps = {
  client: Pick<SessionClient, 'authorization'>;
  tasks: TaskList;
  started: StartedUploads;
  onDone: (task: UploadTask) => void;
  /** The customer took it off the list while it was being begun. */
  onUnwanted: (task: UploadTask, uploadId: string) => void;
};

export function createSender({ client, tasks, started, onDone, onUnwanted }: SenderDeps): Sender {
  const stops = new Map<string, () => void>();

  const stop = (id: string) => {
    stops.get(id)?.();
    stops.delete(id);
  };

  const enqueue = (id: string) => {
    tasks.change(id, { state: { kind: 'queued' } });
    startNext();
  };

  function startNext(): void {
    const sending = tasks.listBy('sending');
    const next = tasks.list().find(({ state }) => state.kind === 'queued' || state.kind === 'checking');
    const isBusy = sending.length >= maxAtOnce || sending.some(({ uploadId }) => uploadId === undefined);
    if (isBusy || next?.state.kind !== 'queued') return;
    tasks.change(next.id, { state: { kind: 'sending' } });
    send(next);
    startNext();
  }

  function send(task: UploadTask): void {
    const { id, chosen, file, uploadId, name, interactionId, itemId } = task;
    const stopThis = startUpload({
      file,
      uploadId,
      key: id,
      authorization: client.authorization,
      metadata: { interactionId, itemId, filename: name },
      onBegun: (begun) => {
        if (tasks.find(id)) {
          tasks.change(id, { uploadId: begun });
          started.remember(begun, task, chosen);
        } else {
          stopThis();
          onUnwanted(task, begun);
        }
        startNext();
      },
      onProgress: (received) => {
        tasks.change(id, { sent: received });
      },
      onDone: () => {
        stops.delete(id);
        tasks.change(id, { sent: file.size, state: { kind: 'done' } });
        startNext();
        const done = tasks.find(id);
        if (done) onDone(done);
      },
      onFailed: (failure) => {
        stops.delete(id);
        void fail(task, failure);
      },
    });
    stops.set(id, stopThis);
  }

  async function fail({ id, file }: UploadTask, failure: unknown): Promise<void> {
    const isCut = failure instanceof NetworkError;
    // Note: a file that was moved meanwhile looks like a lost connection.
    const refusal = isCut && !(await isReadable(file)) ? ({ kind: 'unreadable' } as const) : toRefusal(failure);
    if (refusal) tasks.change(id, { state: { kind: 'refused', refusal } });
    else tasks.change(id, { state: isCut && !navigator.onLine ? { kind: 'paused' } : { kind: 'failed', failure } });
    startNext();
    if (failure instanceof ApiError && failure.problem.retryAfter !== undefined) tryAgain(id, failure);
  }

  /** When its time has come, unless the customer was quicker. */
  function tryAgain(id: string, failure: ApiError): void {
    setTimeout(
      () => {
        const state = tasks.find(id)?.state;
        if (state?.kind === 'failed' && state.failure === failure) enqueue(id);
      },
      (failure.problem.retryAfter ?? 0) * 1_000,
    );
  }

  addEventListener('offline', () => {
    for (const { id } of tasks.listBy('sending')) {
      stop(id);
      tasks.change(id, { state: { kind: 'paused' } });
    }
  });
  addEventListener('online', () => {
    for (const { id, state } of tasks.list()) {
      const wasCut = state.kind === 'failed' && state.failure instanceof NetworkError;
      if (state.kind === 'paused' || wasCut) enqueue(id);
    }
  });

  return { enqueue, stop, startNext };
}
