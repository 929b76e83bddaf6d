/** A short agreement in Arabic: one page, from right to left, with a line to sign on. */
import { type PDFFont, PDFDocument, type PDFPage, rgb } from '@cantoo/pdf-lib';

import type { Box, EsignField } from '#contract/esign.ts';
import { splitDirections } from '#backend/documents/split-directions.ts';
import { mine, toPoints } from '#backend/scenarios/sample-fields.ts';

const size = { width: 595.28, height: 841.89 };
const margin = 64;
const ink = rgb(0.13, 0.15, 0.19);

export const arabicTitle = 'اتفاقية القرض الشخصي';
const paragraphs = [
  'أُبرمت هذه الاتفاقية بين مصرف الميناء (نحن) والشخص الموقّع أدناه بصفته المقترض (أنت). وتسري من اليوم الذي يوقّع فيه الطرفان.',
  'نقرضك مبلغ 8000 درهم لشراء سيارة مستعملة، وتسدّده على 48 قسطًا شهريًا متساويًا. نسبة الفائدة ثابتة طوال المدة.',
  'يمكنك سداد القرض كله أو جزء منه في أي وقت. أخبرنا كتابةً أو بالهاتف، وسنرسل إليك المبلغ المستحق خلال سبعة أيام عمل.',
  'يحق لك الرجوع عن هذه الاتفاقية خلال أربعة عشر يومًا من توقيعها دون ذكر الأسباب.',
];

const boxes = {
  signature: { x: 0.472, y: 0.62, width: 0.42, height: 0.075 },
  date: { x: 0.108, y: 0.659, width: 0.29, height: 0.036 },
} as const satisfies Record<string, Box>;

export const arabicFields: readonly EsignField[] = [
  { ...mine('signature', 'توقيع المقترض', 0, boxes.signature), kind: 'signature' },
  { ...mine('date', 'التاريخ', 0, boxes.date), kind: 'date', prefill: null },
];

export async function createArabicAgreement(fontBytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(await import('@cantoo/fontkit'));
  pdf.setTitle(arabicTitle);
  pdf.setLanguage('ar');
  const font = await pdf.embedFont(fontBytes, { subset: true });
  const page = pdf.addPage([size.width, size.height]);

  drawFromRight(page, font, { text: arabicTitle, y: size.height - 108, fontSize: 20 });
  let y = size.height - 160;
  for (const paragraph of paragraphs) {
    for (const text of wrap(paragraph, font, 12)) {
      drawFromRight(page, font, { text, y, fontSize: 12 });
      y -= 22;
    }
    y -= 10;
  }
  for (const [box, caption] of [
    [boxes.signature, 'توقيع المقترض'],
    [boxes.date, 'التاريخ'],
  ] as const) {
    const line = toPoints(box, size);
    page.drawLine({ start: line, end: { x: line.x + line.width, y: line.y }, thickness: 0.8, color: ink });
    drawFromRight(page, font, { text: caption, y: line.y - 16, fontSize: 9, right: line.x + line.width });
  }
  return new Uint8Array(await pdf.save());
}

type Line = { text: string; y: number; fontSize: number; right?: number };

function drawFromRight(page: PDFPage, font: PDFFont, { text, y, fontSize, right = size.width - margin }: Line): void {
  const runs = splitDirections(text);
  const widths = runs.map((run) => font.widthOfTextAtSize(run, fontSize));
  let x = right - widths.reduce((sum, width) => sum + width, 0);
  for (const [index, run] of runs.entries()) {
    page.drawText(run, { x, y, size: fontSize, font, color: ink });
    x += widths[index] ?? 0;
  }
}

function wrap(paragraph: string, font: PDFFont, fontSize: number): string[] {
  const lines = [''];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer, fontSize) <= size.width - 2 * margin) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
