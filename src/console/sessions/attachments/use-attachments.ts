import { useState } from 'react';

import { acceptedTypes } from '#contract/document-request.ts';
import { addAttachment } from '#contract/endpoints/agent.ts';
import type { IdempotencyKey, UploadId } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { createKey } from '#lib/api/call-endpoint.ts';
import { checkFile, type Refusal } from '#lib/uploads/check-file.ts';

export type AttachmentState =
  | { kind: 'sending' }
  | { kind: 'failed'; failure: unknown }
  /** Will never be taken as it is. */
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'done'; uploadId: UploadId };

/** A file for the message that the agent is writing. */
export type Attachment = { key: IdempotencyKey; file: File; state: AttachmentState };

const accepts = { accept: [...acceptedTypes], maxBytes: limits.attachmentBytes };

/** `ready`: what a message can be sent with; null while something is on its way, or has to be retried or removed. */
export function useAttachments(sessionId: string) {
  const { sendFile } = useConsole();
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  const settle = (key: IdempotencyKey, state: AttachmentState) =>
    setAttachments((now) => now.map((one) => (one.key === key ? { ...one, state } : one)));

  const bring = async (key: IdempotencyKey, file: File): Promise<AttachmentState> => {
    const checked = await checkFile(file, accepts);
    if (checked.kind === 'refused') return checked;
    const options = { params: { sessionId }, query: { name: file.name }, key };
    return sendFile(addAttachment, file, options).then(
      ({ uploadId }) => ({ kind: 'done', uploadId }),
      (failure: unknown) => ({ kind: 'failed', failure }),
    );
  };
  const send = async (key: IdempotencyKey, file: File) => {
    settle(key, { kind: 'sending' });
    settle(key, await bring(key, file));
  };
  const add = (files: readonly File[]) => {
    const places = limits.attachmentsPerMessage - attachments.length;
    const added = files.map((file, at) => {
      const refused = { kind: 'refused', refusal: { kind: 'too-many' } } as const;
      const state: AttachmentState = at < places ? { kind: 'sending' } : refused;
      return { key: createKey(), file, state };
    });
    setAttachments((now) => [...now, ...added]);
    for (const { key, file, state } of added) if (state.kind === 'sending') void send(key, file);
  };
  const uploads = attachments.flatMap(({ state }) => (state.kind === 'done' ? state.uploadId : []));
  return {
    attachments,
    add,
    retry: ({ key, file }: Attachment) => void send(key, file),
    /** Note: what is not sent, the backend forgets by itself. */
    remove: ({ key }: Attachment) => setAttachments((now) => now.filter((one) => one.key !== key)),
    /** They were sent. */
    drop: (sent: readonly UploadId[]) =>
      setAttachments((now) => now.filter(({ state }) => state.kind !== 'done' || !sent.includes(state.uploadId))),
    ready: uploads.length === attachments.length ? uploads : null,
  };
}
