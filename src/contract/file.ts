/** A file as the customer may see it: never its bytes, always what proves them. */
import * as z from 'zod/mini';

import { fileIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { instantSchema, sha256Schema, textSchema } from '#contract/scalars.ts';

export const fileSchema = z.object({
  id: fileIdSchema,
  name: textSchema(limits.fileNameLength),
  /** Media type found by reading the bytes, never the one the sender claimed. */
  type: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256: sha256Schema,
});
export type FileInfo = z.infer<typeof fileSchema>;

/** A link to one file that a browser can follow by itself, without the bearer. */
export const fileTicketSchema = z.object({
  /** Where, on this origin; null on a host that no plain link reaches, where the file is fetched instead (`getFile`). */
  path: z.nullable(z.string()),
  /** Until when it may be followed. */
  expiresAt: instantSchema,
});
