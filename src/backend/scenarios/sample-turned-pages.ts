/** The sample agreement as scanners and other programs store pages: turned, cut out of a larger sheet, upside down. */
import { degrees, PDFDocument } from '@cantoo/pdf-lib';

import { createSampleAgreement } from '#backend/scenarios/sample-agreement.ts';

const sheet = { width: 595.28, height: 841.89 };
/** What is cut away around the second page. */
const border = { x: 90, y: 120 };

/** Shown, each page looks the same as in the sample agreement, so the same fields fit. */
export async function createTurnedAgreement(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const [first, second, third] = await pdf.embedPdf(await createSampleAgreement(), [0, 1, 2]);
  if (!first || !second || !third) throw new Error('Failed to turn the pages: the agreement has three.');

  const sideways = pdf.addPage([sheet.height, sheet.width]);
  sideways.drawPage(first, { x: sheet.height, y: 0, rotate: degrees(90) });
  sideways.setRotation(degrees(90));

  const cropped = pdf.addPage([sheet.width + 2 * border.x, sheet.height + 2 * border.y]);
  cropped.drawPage(second, border);
  cropped.setCropBox(border.x, border.y, sheet.width, sheet.height);

  const upsideDown = pdf.addPage([sheet.width, sheet.height]);
  upsideDown.drawPage(third, { x: sheet.width, y: sheet.height, rotate: degrees(180) });
  upsideDown.setRotation(degrees(180));

  pdf.setTitle('Personal loan agreement');
  pdf.setLanguage('en-GB');
  return new Uint8Array(await pdf.save());
}
