/** What is wrong with a file before anything of it is sent: the same rules as the backend's, told at once. */
import type { RequestedItem } from '#contract/document-request.ts';
import { detectFileType, detectionBytes, type FileType } from '#domain/detect-file-type.ts';

export type Refusal =
  | { kind: 'type'; type: FileType }
  | { kind: 'too-large' }
  | { kind: 'too-many' }
  /** Moved, deleted, or still in somebody's cloud. */
  | { kind: 'unreadable' };

/** Null when nothing is. */
export async function checkFile(
  file: File,
  { accept, maxBytes }: Pick<RequestedItem, 'accept' | 'maxBytes'>,
): Promise<Refusal | null> {
  const start = await readStart(file);
  if (!start) return { kind: 'unreadable' };
  const type = detectFileType(start);
  if (!accept.some((accepted) => accepted === type)) return { kind: 'type', type };
  return file.size > maxBytes ? { kind: 'too-large' } : null;
}

/** Whether its bytes can be had at all. */
export const isReadable = async (file: File): Promise<boolean> => (await readStart(file)) !== undefined;

async function readStart(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.slice(0, detectionBytes).arrayBuffer());
  } catch {
    // Note: browsers throw various errors for files that cannot be read; the customer can only choose again.
    return undefined;
  }
}
