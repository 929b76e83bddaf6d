/** Draws what a customer entered onto one page, in the page's shown space (`page-space.ts`). Only what stands in a field is drawn. */
import type { PDFOperator, PDFPage } from '@cantoo/pdf-lib';

import type { EsignField, FieldValue, Mark } from '#contract/esign.ts';
import { isMarkField } from '#domain/esign-fields.ts';
import { fitInk, penWidth, type DrawnMark } from '#domain/esign-ink.ts';
import { type DocumentFonts, type LetterStyle, toPrintable } from '#backend/documents/document-fonts.ts';
import { fitText, lineHeight } from '#backend/documents/fit-text.ts';
import type { Rectangle } from '#backend/documents/page-space.ts';

type PdfLib = typeof import('@cantoo/pdf-lib');
export type Stamp = { field: EsignField; value: FieldValue; rectangle: Rectangle };
export type Marks = { signature: Mark | null; initials: Mark | null };
export type StampTools = { lib: PdfLib; fonts: DocumentFonts; marks: Marks };
/** `cut`: the whole text of a field that was too small for it. */
type Drawing = { operators: PDFOperator[]; cut: string | null };

const textSizes = { minSize: 5, maxSize: 12 } as const;
const ink = [0.04, 0.1, 0.35] as const;

export async function drawStamp(tools: StampTools, page: PDFPage, stamp: Stamp): Promise<Drawing> {
  const { field, value, rectangle } = stamp;
  switch (value.kind) {
    case 'applied': {
      const mark = isMarkField(field) ? tools.marks[field.kind] : null;
      return mark ? drawMark(tools, page, mark, rectangle) : { operators: [], cut: null };
    }
    case 'date':
      return drawText(tools, page, value.date, rectangle);
    case 'text':
      return drawText(tools, page, value.text, rectangle);
    case 'checkbox':
      return { operators: value.checked ? drawCheck(tools, rectangle) : [], cut: null };
  }
}

async function drawMark(tools: StampTools, page: PDFPage, mark: Mark, rectangle: Rectangle): Promise<Drawing> {
  if (mark.kind === 'drawn') return { operators: drawStrokes(tools, mark, rectangle), cut: null };
  return drawLetters(tools, page, mark.text, rectangle, { style: 'italic', minSize: 4, maxSize: 40, isCentred: true });
}

const drawText = (tools: StampTools, page: PDFPage, text: string, rectangle: Rectangle) =>
  drawLetters(tools, page, text, rectangle, { style: 'regular', ...textSizes, isCentred: false });

type Lettering = { style: LetterStyle; minSize: number; maxSize: number; isCentred: boolean };

/** Wraps and shrinks into the box; from its top where it is tall, in its middle where it holds one line. */
async function drawLetters(
  { lib, fonts }: StampTools,
  page: PDFPage,
  raw: string,
  { x, y, width, height }: Rectangle,
  { style, minSize, maxSize, isCentred }: Lettering,
): Promise<Drawing> {
  const text = toPrintable(raw);
  const face = await fonts.pickFace(text, style);
  const padding = Math.min(2, width / 10);
  const bounds = { width: Math.max(width - 2 * padding, 1), height, minSize, maxSize };
  const { size, lines, isCut } = fitText(text, face.measure, bounds);
  const used = lines.length * size * lineHeight;
  const top = y + (lines.length === 1 ? (height - used) / 2 : 0);
  const drawn = lines.flatMap((line, index) =>
    face.draw(page, {
      text: line,
      size,
      x: x + (isCentred ? (width - face.measure(line) * size) / 2 : padding),
      baseline: top + (index + 0.77) * size * lineHeight,
    }),
  );
  return { operators: [...setInk(lib), ...drawn], cut: isCut ? text : null };
}

const setInk = ({ setFillingRgbColor, setStrokingRgbColor }: PdfLib): PDFOperator[] => [
  setFillingRgbColor(...ink),
  setStrokingRgbColor(...ink),
];

function drawStrokes({ lib }: StampTools, mark: DrawnMark, { x, y, width, height }: Rectangle): PDFOperator[] {
  const pen = penWidth({ width, height });
  const curves = fitInk(mark, { width, height }, pen);
  return [
    ...setInk(lib),
    ...setPen(lib, pen),
    ...curves.flatMap(({ start, segments }) => [
      lib.moveTo(x + start[0], y + start[1]),
      ...segments.map(({ control1, control2, end }) =>
        lib.appendBezierCurve(
          x + control1[0],
          y + control1[1],
          x + control2[0],
          y + control2[1],
          x + end[0],
          y + end[1],
        ),
      ),
      lib.stroke(),
    ]),
  ];
}

const setPen = (
  { setLineWidth, setLineCap, setLineJoin, setDashPattern, LineCapStyle, LineJoinStyle }: PdfLib,
  width: number,
) => [setLineWidth(width), setLineCap(LineCapStyle.Round), setLineJoin(LineJoinStyle.Round), setDashPattern([], 0)];

function drawCheck({ lib }: StampTools, { x, y, width, height }: Rectangle): PDFOperator[] {
  const side = Math.min(width, height);
  const left = x + (width - side) / 2;
  const top = y + (height - side) / 2;
  return [
    ...setInk(lib),
    ...setPen(lib, side * 0.12),
    lib.moveTo(left + side * 0.2, top + side * 0.55),
    lib.lineTo(left + side * 0.42, top + side * 0.76),
    lib.lineTo(left + side * 0.82, top + side * 0.26),
    lib.stroke(),
  ];
}
