import { type Dispatch, type SetStateAction, useEffect, useEffectEvent } from 'react';

import { acceptedTypes } from '#contract/document-request.ts';
import { addAttachment } from '#contract/endpoints/agent.ts';
import type { IdempotencyKey, UploadId } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { createKey } from '#lib/api/call-endpoint.ts';
import type { FileShelf } from '#lib/storage/file-shelf.ts';
import { checkFile, type Refusal } from '#lib/uploads/check-file.ts';

export type AttachmentState =
  /** On the shelf since before the page was loaded. */
  | { kind: 'kept' }
  | { kind: 'sending' }
  | { kind: 'failed'; failure: unknown }
  /** Will never be taken as it is. */
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'done'; uploadId: UploadId };

/** A file for the message that the agent is writing. */
export type Attachment = { key: IdempotencyKey; name: string; size: number; state: AttachmentState };

type Draft = {
  attachments: readonly Attachment[];
  setAttachments: Dispatch<SetStateAction<readonly Attachment[]>>;
  /** Has the bytes of each until it is sent, under its key. */
  shelf: FileShelf;
};

const accepts = { accept: [...acceptedTypes], maxBytes: limits.attachmentBytes };
const unreadable: AttachmentState = { kind: 'refused', refusal: { kind: 'unreadable' } };

/** `ready`: what a message can be sent with; null while something is on its way, or has to be retried or removed. */
export function useAttachments(sessionId: string, { attachments, setAttachments, shelf }: Draft) {
  const { sendFile } = useConsole();
  const settle = (key: IdempotencyKey, state: AttachmentState) =>
    setAttachments((now) => now.map((one) => (one.key === key ? { ...one, state } : one)));

  const send = async ({ key, name }: Attachment) => {
    settle(key, { kind: 'sending' });
    const bytes = await shelf.read(key);
    if (!bytes) {
      settle(key, unreadable);
      return;
    }
    await sendFile(addAttachment, new Blob([bytes]), { params: { sessionId }, query: { name }, key }).then(
      ({ uploadId }) => settle(key, { kind: 'done', uploadId }),
      (failure: unknown) => settle(key, { kind: 'failed', failure }),
    );
  };
  const bring = async (file: File, attachment: Attachment) => {
    const checked = await checkFile(file, accepts);
    if (checked.kind === 'refused') {
      settle(attachment.key, checked);
      return;
    }
    await shelf.keep(attachment.key, new Uint8Array(await file.arrayBuffer()));
    await send(attachment);
  };
  const add = (files: readonly File[]) => {
    const places = limits.attachmentsPerMessage - attachments.length;
    const added = files.map((file, at) => {
      const refused = { kind: 'refused', refusal: { kind: 'too-many' } } as const;
      const state: AttachmentState = at < places ? { kind: 'sending' } : refused;
      return { file, attachment: { key: createKey(), name: file.name, size: file.size, state } };
    });
    setAttachments((now) => [...now, ...added.map(({ attachment }) => attachment)]);
    for (const { file, attachment } of added) if (attachment.state.kind === 'sending') void bring(file, attachment);
  };
  const drop = (isDropped: (attachment: Attachment) => boolean) => {
    for (const { key } of attachments.filter(isDropped)) void shelf.remove(key);
    setAttachments((now) => now.filter((one) => !isDropped(one)));
  };

  const sendKept = useEffectEvent(() => {
    // Note: also what had arrived. The backend has it under the same key, unless it waited so long that it was forgotten.
    for (const attachment of attachments) if (attachment.state.kind === 'kept') void send(attachment);
  });
  useEffect(() => {
    sendKept();
  }, []);

  const uploads = attachments.flatMap(({ state }) => (state.kind === 'done' ? state.uploadId : []));
  return {
    add,
    retry: (attachment: Attachment) => void send(attachment),
    /** Note: what is not sent, the backend forgets by itself. */
    remove: ({ key }: Attachment) => drop((one) => one.key === key),
    /** They were sent. */
    drop: (sent: readonly UploadId[]) => drop(({ state }) => state.kind === 'done' && sent.includes(state.uploadId)),
    ready: uploads.length === attachments.length ? uploads : null,
  };
}
