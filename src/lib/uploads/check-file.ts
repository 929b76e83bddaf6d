/** What is wrong with a file before anything of it is sent: the same rules as the backend's, told at once. */
import type { AcceptedType, RequestedItem } from '#contract/document-request.ts';
import { detectFileType, detectionBytes, type FileType } from '#domain/detect-file-type.ts';

export type Refusal =
  | { kind: 'type'; type: FileType }
  | { kind: 'too-large' }
  | { kind: 'too-many' }
  /** Moved, deleted, or still in somebody's cloud. */
  | { kind: 'unreadable' };

/** What it is, when it may be sent. */
export type Checked = { kind: 'taken'; type: AcceptedType } | { kind: 'refused'; refusal: Refusal };

const refuse = (refusal: Refusal): Checked => ({ kind: 'refused', refusal });

export async function checkFile(
  file: File,
  { accept, maxBytes }: Pick<RequestedItem, 'accept' | 'maxBytes'>,
): Promise<Checked> {
  const type = await readFileType(file);
  if (!type) return refuse({ kind: 'unreadable' });
  const accepted = accept.find((candidate) => candidate === type);
  if (!accepted) return refuse({ kind: 'type', type });
  return file.size > maxBytes ? refuse({ kind: 'too-large' }) : { kind: 'taken', type: accepted };
}

/** Whether its bytes can be had at all. */
export const isReadable = async (file: File): Promise<boolean> => (await readFileType(file)) !== undefined;

/** Undefined when its bytes cannot be had. */
export async function readFileType(file: File): Promise<FileType | undefined> {
  try {
    return detectFileType(new Uint8Array(await file.slice(0, detectionBytes).arrayBuffer()));
  } catch {
    // Note: browsers throw various errors for files that cannot be read; the customer can only choose again.
    return undefined;
  }
}
