/** The page appended to every signed document: who finished it, when, how, on which consent, and the hashes that prove it. */
import type { PDFDocument, PDFOperator, PDFPage } from '@cantoo/pdf-lib';

import { type DocumentFonts, type LetterStyle, toPrintable } from '#backend/documents/document-fonts.ts';
import { lineHeight, wrapText } from '#backend/documents/fit-text.ts';

type PdfLib = typeof import('@cantoo/pdf-lib');
export type AuditSection = { title: string; rows: readonly { label: string; value: string }[] };
type Tools = { lib: PdfLib; fonts: DocumentFonts; document: PDFDocument };

const sheet = { width: 595, height: 842 } as const;
const margin = 56;
const labelWidth = 150;
const valueStart = margin + labelWidth;

type Line = { text: string; style: LetterStyle; size: number; x: number; gray: number };
/** Lines side by side at one height: a label and the first line of its value. */
type Row = { lines: Line[]; before: number; size: number };

/** As many pages as it takes. */
export async function appendAuditPages(tools: Tools, title: string, sections: readonly AuditSection[]): Promise<void> {
  const rows: Row[] = [toHeading(title, 18, 0)];
  for (const section of sections) {
    rows.push(toHeading(section.title, 12, 18));
    for (const { label, value } of section.rows) rows.push(...(await layOutRow(tools.fonts, label, value)));
  }
  let page: PDFPage | null = null;
  let y = Infinity;
  for (const row of rows) {
    const height = row.size * lineHeight;
    if (!page || y + row.before + height > sheet.height - margin) {
      page = addSheet(tools);
      y = margin - row.before;
    }
    y += row.before + height;
    for (const line of row.lines) page.pushOperators(...(await drawLine(tools, page, line, y)));
  }
}

const toHeading = (text: string, size: number, before: number): Row => ({
  lines: [{ text, style: 'bold', size, x: margin, gray: 0.08 }],
  before,
  size,
});

async function layOutRow(fonts: DocumentFonts, label: string, raw: string): Promise<Row[]> {
  const size = 9.5;
  const value = toPrintable(raw);
  const face = await fonts.pickFace(value, 'regular');
  const lines = wrapText(value, face.measure, (sheet.width - margin - valueStart) / size);
  return (lines.length === 0 ? ['–'] : lines).map((text, index) => ({
    lines: [
      ...(index === 0 ? [{ text: label, style: 'regular' as const, size, x: margin, gray: 0.4 }] : []),
      { text, style: 'regular' as const, size, x: valueStart, gray: 0.08 },
    ],
    before: index === 0 ? 5 : 0,
    size,
  }));
}

/**
 * Note: turned over once, so that lines are placed from the top like everything stamped. What all pages of the document inherit (a
 * turn, a crop) is not for this one.
 */
function addSheet({ lib, document }: Tools): PDFPage {
  const page = document.addPage([sheet.width, sheet.height]);
  page.setRotation(lib.degrees(0));
  page.setCropBox(0, 0, sheet.width, sheet.height);
  page.pushOperators(lib.concatTransformationMatrix(1, 0, 0, -1, 0, sheet.height));
  return page;
}

async function drawLine({ lib, fonts }: Tools, page: PDFPage, line: Line, bottom: number): Promise<PDFOperator[]> {
  const { text, style, size, x, gray } = line;
  const face = await fonts.pickFace(text, style);
  const baseline = bottom - size * lineHeight * 0.25;
  return [lib.setFillingGrayscaleColor(gray), ...face.draw(page, { text, size, x, baseline })];
}
