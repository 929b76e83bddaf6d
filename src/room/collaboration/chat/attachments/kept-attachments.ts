/** What is attached to the message being written, kept for the visit as its words are: what the backend has survives a reload whole. */
import * as z from 'zod/mini';

import { idempotencyKeySchema } from '#contract/ids.ts';
import { visitStorage } from '#lib/storage/safe-storage.ts';
import { attachedSchema, type AttachmentTask } from '#room/collaboration/chat/attachments/attachment-task.ts';

const keptSchema = z.array(
  z.object({ key: idempotencyKeySchema, name: z.string(), size: z.int(), attached: z.nullable(attachedSchema) }),
);

export function createKeptAttachments(storageKey: string) {
  const name = `attachments:${storageKey}`;
  return {
    read: (): AttachmentTask[] =>
      (keptSchema.safeParse(visitStorage.read(name)).data ?? []).map(({ attached, ...kept }) => ({
        ...kept,
        sent: attached ? kept.size : 0,
        state: attached ? { kind: 'done', attached } : { kind: 'lost' },
      })),
    write: (tasks: readonly AttachmentTask[]) => {
      const kept = tasks
        .filter(({ state }) => state.kind !== 'refused')
        .map(({ key, name, size, state }) => ({
          key,
          name,
          size,
          attached: state.kind === 'done' ? state.attached : null,
        }));
      if (kept.length === 0) visitStorage.remove(name);
      else visitStorage.write(name, kept);
    },
  };
}
