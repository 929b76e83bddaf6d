/**
 * Letters for stamping. What Latin-1 can write uses the PDF's built-in fonts and adds nothing to the file; everything else
 * gets a subset of an embedded font, so that every name can be written. Note: resource names are fixed here, because
 * pdf-lib's own are random and the same signing must give the same bytes.
 */
import type { PDFDocument, PDFFont, PDFOperator, PDFPage } from '@cantoo/pdf-lib';

import type { BackendDeps } from '#backend/deps.ts';
import { splitDirections } from '#backend/documents/split-directions.ts';

type PdfLib = typeof import('@cantoo/pdf-lib');
export type LetterStyle = 'regular' | 'bold' | 'italic';

/** One font, ready to measure and draw with. */
export type Face = {
  /** Width of a line at size 1. */
  measure: (text: string) => number;
  /** Draws a line on a page whose y runs downwards. */
  draw: (page: PDFPage, line: { text: string; size: number; x: number; baseline: number }) => PDFOperator[];
};

export type DocumentFonts = { pickFace: (text: string, style: LetterStyle) => Promise<Face> };

/** Line breaks, tabs and other control characters have no glyph. */
export const toPrintable = (text: string): string => text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

export function createDocumentFonts(
  lib: PdfLib,
  document: PDFDocument,
  loadFont: BackendDeps['loadFont'],
): DocumentFonts {
  const { StandardFonts } = lib;
  const builtIn = {
    regular: StandardFonts.Helvetica,
    bold: StandardFonts.HelveticaBold,
    italic: StandardFonts.TimesRomanItalic,
  } as const;
  const known = new Map<string, Promise<PDFFont>>();
  const remember = (name: string, embed: () => Promise<PDFFont>): Promise<PDFFont> => {
    const font = known.get(name) ?? embed();
    known.set(name, font);
    return font;
  };
  const embedUnicode = async () => {
    const [fontkit, bytes] = await Promise.all([import('@cantoo/fontkit'), loadFont()]);
    document.registerFontkit(fontkit);
    return document.embedFont(bytes, { subset: true, customName: 'STAMP1+DejaVuSans' });
  };
  return {
    async pickFace(text, style) {
      const latin = await remember(style, () => document.embedFont(builtIn[style]));
      const glyphs = new Set(latin.getCharacterSet());
      const isLatin = [...text].every((character) => glyphs.has(character.codePointAt(0) ?? 0));
      if (isLatin) return createFace(lib, latin, `Stamp-${style}`);
      return createFace(lib, await remember('unicode', embedUnicode), 'Stamp-unicode');
    },
  };
}

function createFace(lib: PdfLib, font: PDFFont, resourceName: string): Face {
  const { PDFName, beginText, endText, setFontAndSize, setTextMatrix, showText } = lib;
  const name = PDFName.of(resourceName);
  return {
    measure: (text) => font.widthOfTextAtSize(text, 1),
    draw: (page, { text, size, x, baseline }) => {
      page.node.setFontDictionary(name, font.ref);
      return [
        beginText(),
        setFontAndSize(name, size),
        setTextMatrix(1, 0, 0, -1, x, baseline),
        ...splitDirections(text).map((run) => showText(font.encodeText(run))),
        endText(),
      ];
    },
  };
}
