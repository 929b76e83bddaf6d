/** A document request's content: named items, what was uploaded for each, and the explicit submission. */
import * as z from 'zod/mini';

import { fileSchema } from '#contract/file.ts';
import { fileIdSchema, interactionIdSchema, partIdSchema, uploadIdSchema } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { reasonSchema, textSchema, titleSchema } from '#contract/scalars.ts';

/** What an item may accept; each is recognised by its bytes (`domain/detect-file-type.ts`). */
export const acceptedTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
export const acceptedTypeSchema = z.enum(acceptedTypes);
export type AcceptedType = z.infer<typeof acceptedTypeSchema>;

/** Which files are taken. */
export const takenSchema = z.object({
  accept: z.array(acceptedTypeSchema).check(z.minLength(1)),
  maxFiles: z.int().check(z.minimum(1), z.maximum(limits.filesPerItem)),
  /** Bytes of one file. */
  maxBytes: z.int().check(z.minimum(1), z.maximum(limits.fileBytes)),
});

export const requestedItemSchema = z.extend(takenSchema, {
  id: partIdSchema,
  title: titleSchema,
  instructions: z.string().check(z.maxLength(limits.reasonLength)),
  required: z.boolean(),
});
export type RequestedItem = z.infer<typeof requestedItemSchema>;

export const unfinishedUploadSchema = z.object({
  id: uploadIdSchema,
  name: z.string(),
  size: z.int(),
  /** Bytes received so far. */
  offset: z.int(),
});

/** An item, and what was added to it so far. */
export const filledItemSchema = z.extend(requestedItemSchema, {
  files: z.array(fileSchema),
  /** Started and not finished: picked up again when the customer chooses the same file. */
  unfinished: z.array(unfinishedUploadSchema),
});
export type FilledItem = z.infer<typeof filledItemSchema>;

export const documentRequestContentSchema = z.object({
  kind: z.literal('document-request'),
  id: interactionIdSchema,
  revision: z.int(),
  items: z
    .array(
      z.extend(filledItemSchema, {
        /** Why the agent returned this item; null when it is fine or was never sent. */
        returnedReason: z.nullable(reasonSchema),
      }),
    )
    .check(z.maxLength(limits.itemsPerRequest)),
});
export type DocumentRequestContent = z.infer<typeof documentRequestContentSchema>;
export type RequestedItemContent = DocumentRequestContent['items'][number];

export const submitDocumentsInputSchema = z.object({
  revision: z.int(),
  /** The files of each item as the customer saw them, in order; anything else is `interaction-changed`. */
  items: z.record(partIdSchema, z.array(fileIdSchema).check(z.maxLength(limits.filesPerItem))),
});

/** What `Upload-Metadata` of a tus creation must carry. */
export const uploadMetadataSchema = z.object({
  interactionId: interactionIdSchema,
  /** The item of a document request; of a workflow the field that asks for files. */
  itemId: partIdSchema,
  filename: textSchema(limits.fileNameLength),
});
/** The same of a file for a message. */
export const attachmentMetadataSchema = z.object({
  purpose: z.literal('message'),
  filename: textSchema(limits.fileNameLength),
});
export type UploadMetadata = z.infer<typeof uploadMetadataSchema> | z.infer<typeof attachmentMetadataSchema>;
