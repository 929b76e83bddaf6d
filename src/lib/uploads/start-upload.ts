/** One file on its way: tus 1.0 in chunks, retried with growing pauses, begun anew or continued. */
import { Upload, type UploadOptions } from 'tus-js-client';

import { createUpload, endUpload } from '#contract/endpoints/document-request.ts';
import { toPath } from '#contract/endpoints/define-endpoint.ts';
import type { UploadMetadata } from '#contract/document-request.ts';
import { limits } from '#contract/limits.ts';
import { fetchHttpStack } from '#lib/uploads/fetch-http-stack.ts';
import { isWorthRetrying, toUploadFailure } from '#lib/uploads/upload-failure.ts';

const pauses = [500, 1_000, 2_000, 4_000, 8_000, 16_000];

export type UploadOrder = {
  file: File;
  metadata: UploadMetadata;
  /** Names the intent: a creation whose answer was lost is found again by it. */
  key: string;
  authorization: string;
  /** Continues this one. */
  uploadId: string | undefined;
  onBegun: (uploadId: string) => void;
  /** Bytes the backend has; told at the start and after each chunk. */
  onProgress: (received: number) => void;
  onDone: () => void;
  onFailed: (failure: unknown) => void;
};

const shared = (authorization: string) =>
  ({
    headers: { authorization },
    httpStack: fetchHttpStack,
    retryDelays: pauses,
    onShouldRetry: (error) => navigator.onLine && isWorthRetrying(toUploadFailure(error)),
  }) satisfies UploadOptions;

const toUploadPath = (uploadId: string) => toPath(endUpload.path, { uploadId });

/** Returns how to stop it; what was received so far stays. */
export function startUpload(order: UploadOrder): () => void {
  const options = shared(order.authorization);
  const upload = new Upload(order.file, {
    ...options,
    headers: { ...options.headers, 'idempotency-key': order.key },
    endpoint: createUpload.path,
    uploadUrl: order.uploadId === undefined ? null : toUploadPath(order.uploadId),
    metadata: order.metadata,
    chunkSize: limits.uploadChunkBytes,
    storeFingerprintForResuming: false,
    fingerprint: () => Promise.resolve(order.key),
    fileReader: { openFile: () => Promise.resolve(toSource(order.file)) },
    onUploadUrlAvailable: () => {
      order.onBegun(upload.url?.split('/').at(-1) ?? '');
    },
    onProgress: order.onProgress,
    onSuccess: order.onDone,
    onError: (error) => {
      order.onFailed(toUploadFailure(error));
    },
  });
  upload.start();
  return () => {
    void upload.abort();
  };
}

const toSource = (file: File) => ({
  size: file.size,
  slice: (start: number, end: number) => Promise.resolve({ value: file.slice(start, end), done: end >= file.size }),
  close: () => undefined,
});

/** Takes an unfinished upload back; one that is gone already is fine. @throws {ApiError | NetworkError | ContractError} */
export async function discardUpload(authorization: string, uploadId: string): Promise<void> {
  await Upload.terminate(toUploadPath(uploadId), shared(authorization)).catch((error: unknown) => {
    const failure = toUploadFailure(error);
    if (!isGone(error)) throw failure;
  });
}

const isGone = (error: unknown): boolean => {
  const failure = toUploadFailure(error);
  return 'problem' in failure && failure.problem.status === 404;
};
