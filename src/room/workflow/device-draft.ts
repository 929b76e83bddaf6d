/**
 * The copy of a draft that stays on this device: the first to be written, the last resort when nothing else works. Best
 * effort: blocked or full storage holds nothing up, and what cannot be read is as if it were not there.
 */
import * as z from 'zod/mini';

import { writerSchema } from '#contract/draft.ts';
import { workflowDraftSchema } from '#contract/workflow.ts';
import type { SafeStorage } from '#lib/storage/safe-storage.ts';

const deviceDraftSchema = z.object({
  writer: writerSchema,
  /** The backend's revision it was typed over. */
  revision: z.int(),
  /** The backend has it too, under that revision. */
  isSent: z.boolean(),
  /** Milliseconds since the epoch, by the device's clock. */
  savedAt: z.number(),
  content: workflowDraftSchema,
});
export type DeviceDraft = z.infer<typeof deviceDraftSchema>;

export type DeviceDrafts = {
  read: () => DeviceDraft | null;
  /** False when a reload would lose it. */
  write: (draft: DeviceDraft) => boolean;
  remove: () => void;
};

export const createDeviceDrafts = (storage: SafeStorage, key: string): DeviceDrafts => ({
  read: () => deviceDraftSchema.safeParse(storage.read(key)).data ?? null,
  write: (draft) => storage.write(key, draft),
  remove: () => {
    storage.remove(key);
  },
});
