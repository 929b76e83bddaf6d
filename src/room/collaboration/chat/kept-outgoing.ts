/** What the customer wrote and the backend has not confirmed, kept for the visit: a reload loses no words. */
import * as z from 'zod/mini';

import { type IdempotencyKey, idempotencyKeySchema } from '#contract/ids.ts';
import { visitStorage } from '#lib/storage/safe-storage.ts';
import { attachedSchema } from '#room/collaboration/chat/attachments/attachment-task.ts';

export const outgoingDraftSchema = z.object({
  text: z.string(),
  attachments: z._default(z.array(attachedSchema), []),
  key: idempotencyKeySchema,
});
export type OutgoingDraft = z.infer<typeof outgoingDraftSchema>;

const keptSchema = z.array(outgoingDraftSchema);

export function createKeptOutgoing(storageKey: string) {
  const name = `outgoing:${storageKey}`;
  /** In the order they were written. */
  const list = (): OutgoingDraft[] => keptSchema.safeParse(visitStorage.read(name)).data ?? [];
  const write = (drafts: readonly OutgoingDraft[]) => {
    if (drafts.length === 0) visitStorage.remove(name);
    else visitStorage.write(name, drafts);
  };
  return {
    list,
    keep: (draft: OutgoingDraft) => {
      write([...list(), draft]);
    },
    forget: (key: IdempotencyKey) => {
      write(list().filter((draft) => draft.key !== key));
    },
  };
}
