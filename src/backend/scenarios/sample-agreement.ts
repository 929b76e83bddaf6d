/**
 * A real PDF for scenarios and tests: A4, selectable text, with drawn lines and boxes exactly where `agreementFields` puts
 * its fields. Heavy: import it where a scenario is built, never on the way in.
 */
import { type PDFFont, PDFDocument, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';

import type { Box } from '#contract/esign.ts';
import {
  agreementBoxes,
  extraBoxes,
  longAgreementBoxes,
  longAgreementPages,
  toPoints,
} from '#backend/scenarios/sample-fields.ts';
import { agreementPages, agreementTitle, scheduleSection, type Section } from '#backend/scenarios/sample-text.ts';

const size = { width: 595.28, height: 841.89 };
const margin = 64;
const ink = rgb(0.13, 0.15, 0.19);
const muted = rgb(0.42, 0.45, 0.5);

type Fonts = { text: PDFFont; bold: PDFFont };
type Line = { box: Box; caption: string; kind: 'line' | 'square' };

type PlacedLine = Line & { page: number };

const agreementLines: readonly PlacedLine[] = [
  { page: 0, box: agreementBoxes.initials, caption: 'Initials of the borrower', kind: 'line' },
  {
    page: 1,
    box: agreementBoxes.confirmed,
    caption: 'I received the pre-contract information and had time to read it.',
    kind: 'square',
  },
  { page: 1, box: agreementBoxes.residence, caption: 'Place of residence', kind: 'line' },
  { page: 2, box: agreementBoxes.signature, caption: 'Signature of the borrower', kind: 'line' },
  { page: 2, box: agreementBoxes.date, caption: 'Date', kind: 'line' },
  { page: 2, box: agreementBoxes.name, caption: 'Full name in block letters', kind: 'line' },
];

/** Three pages: terms, more terms, signatures. */
export const createSampleAgreement = (): Promise<Uint8Array<ArrayBuffer>> => createPdf(agreementPages, agreementLines);

/** The same with a line for every sort of field (`everyField`). */
export const createFullAgreement = (): Promise<Uint8Array<ArrayBuffer>> =>
  createPdf(agreementPages, [
    ...agreementLines,
    { page: 0, box: extraBoxes.paidOut, caption: 'To be paid out on', kind: 'line' },
    { page: 0, box: extraBoxes.number, caption: 'Number of the agreement', kind: 'line' },
    { page: 1, box: extraBoxes.employer, caption: 'Employer', kind: 'line' },
    { page: 1, box: extraBoxes.news, caption: 'Send me news by email.', kind: 'square' },
    { page: 2, box: extraBoxes.secondSignature, caption: 'Signature for the direct debit', kind: 'line' },
  ]);

/** Forty pages, to be initialled here and there and signed on the last. */
export const createLongAgreement = (): Promise<Uint8Array<ArrayBuffer>> => {
  const schedules = Array.from({ length: longAgreementPages - agreementPages.length }, (_, index) => [
    scheduleSection(index + 1),
  ]);
  return createPdf(
    [...agreementPages, ...schedules],
    [
      ...longAgreementBoxes.initials.map(({ page, box }) => ({
        page,
        box,
        caption: 'Initials of the borrower',
        kind: 'line' as const,
      })),
      {
        page: longAgreementPages - 1,
        box: longAgreementBoxes.signature,
        caption: 'Signature of the borrower',
        kind: 'line',
      },
      { page: longAgreementPages - 1, box: longAgreementBoxes.date, caption: 'Date', kind: 'line' },
    ],
  );
};

async function createPdf(
  pages: readonly (readonly Section[])[],
  lines: readonly PlacedLine[],
): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(agreementTitle);
  pdf.setAuthor('Harbour Credit Ltd');
  pdf.setLanguage('en-GB');
  const fonts = {
    text: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
  for (const [index, sections] of pages.entries()) {
    const page = pdf.addPage([size.width, size.height]);
    drawFrame(page, fonts, index, pages.length);
    drawSections(page, fonts, sections, size.height - (index === 0 ? 164 : 104));
    for (const line of lines) if (line.page === index) drawLine(page, fonts, line);
  }
  return new Uint8Array(await pdf.save());
}

function drawFrame(page: PDFPage, { text, bold }: Fonts, index: number, count: number): void {
  page.drawText('HARBOUR CREDIT', { x: margin, y: size.height - 56, size: 9, font: bold, color: muted });
  page.drawLine({
    start: { x: margin, y: size.height - 66 },
    end: { x: size.width - margin, y: size.height - 66 },
    thickness: 0.5,
    color: muted,
  });
  if (index === 0) {
    page.drawText(agreementTitle, { x: margin, y: size.height - 108, size: 22, font: bold, color: ink });
    page.drawText('No. HC-2026-004817', { x: margin, y: size.height - 126, size: 10, font: text, color: muted });
  }
  page.drawText(`Page ${index + 1} of ${count}`, { x: margin, y: 32, size: 9, font: text, color: muted });
}

function drawSections(page: PDFPage, { text, bold }: Fonts, sections: readonly Section[], top: number): void {
  let y = top;
  for (const { heading, paragraphs } of sections) {
    page.drawText(heading, { x: margin, y, size: 13.5, font: bold, color: ink });
    y -= 20;
    for (const paragraph of paragraphs) {
      for (const line of wrap(paragraph, text, 11.5, size.width - 2 * margin)) {
        page.drawText(line, { x: margin, y, size: 11.5, font: text, color: ink });
        y -= 17.5;
      }
      y -= 8;
    }
    y -= 10;
  }
}

function wrap(paragraph: string, font: PDFFont, fontSize: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.widthOfTextAtSize(longer, fontSize) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

function drawLine(page: PDFPage, { text }: Fonts, { box, caption, kind }: Line): void {
  const { x, y, width, height } = toPoints(box, size);
  if (kind === 'square') {
    page.drawRectangle({ x, y, width, height, borderColor: ink, borderWidth: 0.8 });
    page.drawText(caption, {
      x: x + width + 8,
      y: y + 4,
      size: 10.5,
      font: text,
      color: ink,
    });
    return;
  }
  page.drawLine({ start: { x, y }, end: { x: x + width, y }, thickness: 0.8, color: ink });
  page.drawText(caption, { x, y: y - 12, size: 8.5, font: text, color: muted });
}
