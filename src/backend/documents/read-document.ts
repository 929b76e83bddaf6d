/** PDFs as agents send them: read once, whole, to know that they can be shown and stamped later, and how many pages they have. */
import type { PDFDocument, PDFObject, PDFPage } from '@cantoo/pdf-lib';

import type { FileInfo } from '#contract/file.ts';
import type { FileId } from '#contract/ids.ts';
import { limits } from '#contract/limits.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { openPage } from '#backend/documents/page-content.ts';
import { type PageSpace, resolvePageSpace } from '#backend/documents/page-space.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { fileKey } from '#backend/session/files.ts';

type PdfLib = typeof import('@cantoo/pdf-lib');

/** Points of a side as shown, and how much longer one may be than the other: beyond it no screen shows the page. */
const smallestSide = 10;
const largestSide = 20_000;
const longestShape = 100;

/**
 * Tries with every page what signing will do, because a damaged file may load and break only when a page is touched, which would be
 * while the customer signs. @throws `document-unreadable` when it is no PDF, damaged, or only shown by the program that made it;
 * `document-protected` when it is locked by a password or certified against changes; `document-too-long`.
 */
export async function countPages(bytes: Uint8Array): Promise<number> {
  const lib = await import('@cantoo/pdf-lib');
  // Note: locked ones are opened too, only to be told from damaged ones.
  const document = await lib.PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true }).catch(
    toUnreadable,
  );
  if (document.isEncrypted) throw new AppError('document-protected');
  try {
    if (isCertified(lib, document)) throw new AppError('document-protected');
    assertWhole(lib, document);
    const pages = document.getPages();
    if (pages.length > limits.documentPages) throw new AppError('document-too-long');
    for (const page of pages) assertPage(lib, page);
    return pages.length;
  } catch (error) {
    if (error instanceof AppError) throw error;
    return toUnreadable(error);
  }
}

const toUnreadable = (cause: unknown): never => {
  throw new AppError('document-unreadable', {}, { cause });
};

/** Note: pdf-lib finds everything in a file whose end is missing; viewers do not, least of all once it is written on behind that end. */
function assertWhole({ PDFName, PDFPageLeaf, PDFPageTree }: PdfLib, { catalog, context }: PDFDocument): void {
  const hasEnd = context.trailerInfo.Size && context.pdfFileDetails.prevStartXRef > 0;
  if (!hasEnd) throw new Error('Failed to read a document: its end is missing.');
  const leaves = new Set<PDFObject>();
  catalog.Pages().traverse((node, ref) => {
    if (node instanceof PDFPageTree) return;
    // Note: one page in two places could not be signed in one of them.
    if (!(node instanceof PDFPageLeaf) || leaves.has(ref)) throw new Error('Failed to read a document: its pages.');
    leaves.add(ref);
  });
  if (leaves.size === 0) throw new Error('Failed to read a document: it has no pages.');
  const needsItsMaker = catalog.lookup(PDFName.of('NeedsRendering'))?.toString() === 'true';
  if (needsItsMaker) throw new Error('Failed to read a document: only the program that made it can show it.');
}

function assertPage(lib: PdfLib, page: PDFPage): void {
  assertShowable(resolvePageSpace(lib, page));
  assertThere(lib, page);
  openPage(lib, page);
}

/** What a page draws must be there: a page that stays empty would be signed unread. */
function assertThere({ PDFArray, PDFName, PDFRef }: PdfLib, { doc, node }: PDFPage): void {
  const contents = node.get(PDFName.of('Contents'));
  const found = doc.context.lookup(contents);
  const parts = found instanceof PDFArray ? found.asArray() : [contents];
  const isMissing = parts.some((part) => part instanceof PDFRef && doc.context.lookup(part) === undefined);
  if (isMissing) throw new Error('Failed to read a document: what a page draws is missing.');
}

function assertShowable({ width, height }: PageSpace): void {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const isShowable = short >= smallestSide && long <= largestSide && long / short <= longestShape;
  if (!isShowable) throw new Error(`Failed to read a document: a page of ${width} by ${height} points.`);
}

/** Its maker allows no change at all; whatever is stamped would break that promise in every reader. */
function isCertified({ PDFDict, PDFName }: PdfLib, { catalog }: PDFDocument): boolean {
  const permissions = catalog.lookup(PDFName.of('Perms'));
  return permissions instanceof PDFDict && permissions.has(PDFName.of('DocMDP'));
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
