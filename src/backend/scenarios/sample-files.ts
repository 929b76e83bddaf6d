/** Papers a customer would hand over, small and real: a photo (PNG) and a letter (PDF). */
import { PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib';

import { createSampleLogo } from '#backend/scenarios/sample-logo.ts';

export const samplePhoto = createSampleLogo;

export async function createSampleLetter(lines: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595.28, 841.89]);
  for (const [index, line] of lines.entries()) {
    page.drawText(line, { x: 64, y: 760 - index * 22, size: 13, font, color: rgb(0.13, 0.15, 0.19) });
  }
  return new Uint8Array(await pdf.save());
}
