/** A file for the message being written, from choosing to being sent. Pure. */
import * as z from 'zod/mini';

import { type IdempotencyKey, uploadIdSchema } from '#contract/ids.ts';
import type { Refusal } from '#lib/uploads/check-file.ts';

/** One that the backend has: what a message is sent with. */
export const attachedSchema = z.object({ uploadId: uploadIdSchema, name: z.string(), size: z.int() });
export type Attached = z.infer<typeof attachedSchema>;

type AttachmentState =
  | { kind: 'checking' }
  | { kind: 'sending' }
  /** No network: goes on by itself. */
  | { kind: 'paused' }
  /** Stopped; the customer may try again. */
  | { kind: 'failed'; failure: unknown }
  /** Will never be taken as it is. */
  | { kind: 'refused'; refusal: Refusal }
  /** The page was reloaded half way; only the customer can give us the file again. */
  | { kind: 'lost' }
  | { kind: 'done'; attached: Attached };

export type AttachmentTask = {
  key: IdempotencyKey;
  name: string;
  size: number;
  /** Bytes the backend has. */
  sent: number;
  state: AttachmentState;
};

export const listAttached = (tasks: readonly AttachmentTask[]): Attached[] =>
  tasks.flatMap(({ state }) => (state.kind === 'done' ? state.attached : []));
