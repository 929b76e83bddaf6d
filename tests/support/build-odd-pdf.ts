/** PDFs as other people's software, careless hands and attackers make them: written byte by byte, so that nothing is put right. */
import { PDFDocument } from '@cantoo/pdf-lib';

import { buildPdf } from '#tests/support/sample-interactions.ts';

type Bytes = Uint8Array<ArrayBuffer>;
export type OddParts = {
  /** Entries of the catalog, of the page tree and of the one page, besides what they need. */
  catalog?: string;
  tree?: string;
  page?: string;
  /** Instead of an A4 media box. */
  mediaBox?: string;
  /** Objects from number 6 on. */
  more?: readonly string[];
};

/** Note: Latin-1, one byte a character, so that what is written is what is there. */
const toBytes = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0));
export const toStream = (content: string, entries = '') =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

const words = toStream('BT /F1 18 Tf 60 100 Td (Read me) Tj ET');

/** Objects 1 to n with a table of where they are. */
function writePdf(
  objects: readonly string[],
  { trailer = '', startxref }: { trailer?: string; startxref?: number } = {},
): Bytes {
  let text = '%PDF-1.7\n';
  const offsets = objects.map((body, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = text.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\n`;
  return toBytes(`${text}startxref\n${startxref ?? table}\n%%EOF\n`);
}

const listObjects = ({
  catalog = '',
  tree = '',
  page = '',
  mediaBox = '/MediaBox [0 0 595 842]',
  more = [],
}: OddParts) => [
  `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
  `<< /Type /Pages /Kids [3 0 R] /Count 1 ${tree} >>`,
  `<< /Type /Page /Parent 2 0 R ${mediaBox} /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R ${page} >>`,
  words,
  '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ...more,
];

/** One page that says "Read me", and whatever is odd about it. */
export const buildOddPdf = (parts: OddParts = {}): Bytes => writePdf(listObjects(parts));

/** Locked with a password to open it; `userPassword` '' opens for everybody and forbids changes. */
export async function buildLockedPdf(userPassword: string): Promise<Bytes> {
  const document = await PDFDocument.load(await buildPdf());
  document.encrypt({ userPassword, ownerPassword: 'owner', permissions: { modifying: false } });
  return new Uint8Array(await document.save());
}

export const cutInHalf = (bytes: Bytes): Bytes => bytes.slice(0, bytes.length / 2);

/** A table of objects that points nowhere: readers find the objects by themselves. */
export const buildLostTable = (): Bytes => writePdf(listObjects({}), { startxref: 7 });

/** Pages that contain each other. */
export const buildCyclicTree = (): Bytes =>
  writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>',
  ]);

export const buildNoPages = (): Bytes =>
  writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']);

export const buildSamePageTwice = (): Bytes =>
  writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]);

/** Two pages that share one list of what they draw. */
export const buildSharedContent = (): Bytes =>
  writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>',
    '<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>',
    '<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>',
    '[6 0 R]',
    toStream('0 0 50 50 re f'),
  ]);

/** Empty pages. */
export const buildManyPages = (count: number): Bytes =>
  writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${Array.from({ length: count }, (_, at) => `${at + 3} 0 R`).join(' ')}] /Count ${count} /MediaBox [0 0 595 842] >>`,
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R >>'),
  ]);

/** Objects that are not objects, and a page that points at them. */
export const buildGarbage = (): Bytes =>
  writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 9 0 R] /Count 2 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox (none) /Contents 4 0 R',
    ')) >> stream \x00\xff\xfe endobj',
  ]);
