/** PDFs as agents send them: read once to know that they can be shown and stamped later, and how many pages they have. */
import type { FileInfo } from '#contract/file.ts';
import type { FileId } from '#contract/ids.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { resolvePageSpace } from '#backend/documents/page-space.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { fileKey } from '#backend/session/files.ts';

/** @throws `document-unreadable` when it is no PDF, damaged, or locked by a password. */
export async function countPages(bytes: Uint8Array): Promise<number> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  // Note: a damaged file may load and break only when a page is touched, which would be while the customer signs.
  const pages = await PDFDocument.load(bytes, { updateMetadata: false })
    .then((document) => document.getPages().filter((page) => resolvePageSpace(page).width > 0).length)
    .catch(() => 0);
  if (pages === 0) throw new AppError('document-unreadable');
  return pages;
}

export async function readDocument(
  { blobs }: Pick<BackendDeps, 'blobs'>,
  id: FileId,
): Promise<(FileInfo & { pages: number }) | undefined> {
  const bytes = await blobs.get(fileKey(id));
  if (!bytes) return undefined;
  const pages = await countPages(bytes);
  const sha256 = await sha256Hex(bytes);
  return { id, name: 'document.pdf', type: 'application/pdf', size: bytes.byteLength, sha256, pages };
}
