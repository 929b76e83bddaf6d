/** A PDF of any length: text of an embedded font on every page, as agreements have it. */
import { readFile } from 'node:fs/promises';

import fontkit from '@cantoo/fontkit';
import { PDFDocument } from '@cantoo/pdf-lib';

const linesOnPage = 44;
const words = 'The borrower pays back the amount in equal instalments on the day that is named in the schedule'.split(
  ' ',
);

const writeLine = (page: number, line: number): string =>
  `${page}.${line} ${words.map((_, index) => words[(index * (line + 3) + page) % words.length]).join(' ')}`.slice(
    0,
    88,
  );

export async function makeDocument(pages: number): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const font = await document.embedFont(await readFile('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), {
    subset: true,
  });
  for (let page = 1; page <= pages; page += 1) {
    const sheet = document.addPage([595, 842]);
    for (let line = 1; line <= linesOnPage; line += 1)
      sheet.drawText(writeLine(page, line), { x: 48, y: 800 - line * 17, size: 10, font });
  }
  return new Uint8Array(await document.save());
}
