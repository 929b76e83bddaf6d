/**
 * Turns a document and what was entered into the signed document. It is written as an incremental update: the bytes the
 * customer saw stay as they were, untouched, at the head of the result, and everything added stands behind them. The same
 * input gives the same bytes. pdf-lib is imported when it is needed: in QA it runs in the customer's browser.
 */
import type { BackendDeps } from '#backend/deps.ts';
import { appendAuditPages, type AuditSection } from '#backend/documents/audit-page.ts';
import { createDocumentFonts } from '#backend/documents/document-fonts.ts';
import { openPage } from '#backend/documents/page-content.ts';
import { resolvePageSpace, toShownRectangle } from '#backend/documents/page-space.ts';
import { drawStamp, type Marks } from '#backend/documents/stamp-fields.ts';
import { AppError } from '#backend/app-error.ts';
import type { SettledValue } from '#domain/esign-fields.ts';

export type StampInput = {
  bytes: Uint8Array<ArrayBuffer>;
  values: readonly SettledValue[];
  marks: Marks;
  audit: { title: string; sections: readonly AuditSection[] };
  /** Milliseconds since the epoch. */
  now: number;
};

/** @throws `document-unreadable` when the document cannot be opened again. */
export async function stampDocument(
  { loadFont }: Pick<BackendDeps, 'loadFont'>,
  { bytes, values, marks, audit, now }: StampInput,
): Promise<Uint8Array<ArrayBuffer>> {
  const lib = await import('@cantoo/pdf-lib');
  const document = await lib.PDFDocument.load(bytes, { updateMetadata: false, forIncrementalUpdate: true }).catch(
    () => null,
  );
  if (!document) throw new AppError('document-unreadable');
  const fonts = createDocumentFonts(lib, document, loadFont);
  const tools = { lib, fonts, marks };
  const cut: AuditSection['rows'][number][] = [];

  const opened = new Set<number>();
  for (const { field, value } of values) {
    if (value === null) continue;
    const page = document.getPage(field.page);
    if (!opened.has(field.page)) openPage(lib, page);
    opened.add(field.page);
    const space = resolvePageSpace(lib, page);
    const rectangle = toShownRectangle(space, field.box);
    const drawing = await drawStamp(tools, page, { field, value, rectangle });
    if (drawing.cut !== null) cut.push({ label: field.label, value: drawing.cut });
    page.pushOperators(
      lib.pushGraphicsState(),
      lib.concatTransformationMatrix(...space.toUserSpace),
      ...drawing.operators,
      lib.popGraphicsState(),
    );
  }
  const sections = cut.length === 0 ? audit.sections : [...audit.sections, { title: 'Answers in full', rows: cut }];
  await appendAuditPages({ lib, fonts, document }, audit.title, sections);
  document.setModificationDate(new Date(now));
  return new Uint8Array(await document.commit());
}
