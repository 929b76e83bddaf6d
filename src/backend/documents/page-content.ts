/** What a page draws already, made ready for more to be drawn over it: nothing of it may move what is stamped, or show it elsewhere. */
import type { PDFObject, PDFPage } from '@cantoo/pdf-lib';

import { countOpenStates } from '#backend/documents/count-open-states.ts';

type PdfLib = typeof import('@cantoo/pdf-lib');

/**
 * Gives the page a list of content of its own and ends what its content leaves open. Note: pages may share one list, so what is
 * added to the one would show on the other; and a scale that is still in force would move everything stamped.
 * @throws when the page is not built as pages are.
 */
export function openPage(lib: PdfLib, page: PDFPage): void {
  const { PDFArray, PDFName, popGraphicsState, pushGraphicsState } = lib;
  const contents = page.node.get(PDFName.of('Contents'));
  const content = page.doc.context.lookup(contents);
  const parts = content instanceof PDFArray ? content.asArray() : contents === undefined ? [] : [contents];
  if (content instanceof PDFArray) page.node.set(PDFName.of('Contents'), page.doc.context.obj([...parts]));
  const open = countOpenStates(parts.map((part) => decode(lib, page.doc.context.lookup(part))));
  page.pushOperators(
    ...Array.from({ length: open }, () => popGraphicsState()),
    pushGraphicsState(),
    popGraphicsState(),
  );
}

/** @throws when it cannot be unpacked: viewers would show an empty page. */
const decode = ({ PDFRawStream, decodePDFRawStream }: PdfLib, part: PDFObject | undefined): Uint8Array =>
  part instanceof PDFRawStream ? decodePDFRawStream(part).decode() : new Uint8Array();
