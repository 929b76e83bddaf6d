/**
 * A page as a person sees it. PDF coordinates begin at the bottom left of a page that may be cropped and turned; fields are
 * placed on the page as shown. Everything stamped is drawn in shown points (from the top left, y downwards) and turned back
 * by one matrix.
 */
import type { PDFPage } from '@cantoo/pdf-lib';

import type { Box } from '#contract/esign.ts';

export type Rectangle = { x: number; y: number; width: number; height: number };
/** The six numbers of a PDF `cm`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
export type PageSpace = { width: number; height: number; toUserSpace: Matrix };
type PdfLib = typeof import('@cantoo/pdf-lib');

/** What is shown: the crop box as far as it lies on the page. Note: viewers ignore a crop box that lies beside it. */
function intersect(crop: Rectangle, media: Rectangle): Rectangle {
  const x = Math.max(crop.x, media.x);
  const y = Math.max(crop.y, media.y);
  const width = Math.min(crop.x + crop.width, media.x + media.width) - x;
  const height = Math.min(crop.y + crop.height, media.y + media.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : media;
}

/** Boxes may be written from any corner. */
const straighten = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: Math.min(x, x + width),
  y: Math.min(y, y + height),
  width: Math.abs(width),
  height: Math.abs(height),
});

/** As the room's viewer shows it, so that what is stamped stands where the customer saw the field. @throws when it has no such box. */
export function resolvePageSpace(lib: PdfLib, page: PDFPage): PageSpace {
  const shown = intersect(straighten(page.getCropBox()), straighten(page.getMediaBox()));
  const { angle } = page.getRotation();
  // Note: what is no quarter turn is no turn.
  const quarterTurns = angle % 90 === 0 ? angle / 90 : 0;
  return enlarge(turnBack(shown, ((quarterTurns % 4) + 4) % 4), readUserUnit(lib, page));
}

/** How many points one unit of the page is; large drawings use more than one. */
function readUserUnit({ PDFName, PDFNumber }: PdfLib, page: PDFPage): number {
  const unit = page.node.lookup(PDFName.of('UserUnit'));
  return unit instanceof PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1;
}

function enlarge({ width, height, toUserSpace: [a, b, c, d, e, f] }: PageSpace, unit: number): PageSpace {
  return { width: width * unit, height: height * unit, toUserSpace: [a / unit, b / unit, c / unit, d / unit, e, f] };
}

/** From shown points (y downwards) to the page's own, which is turned clockwise by so many quarters when shown. */
export function turnBack({ x, y, width, height }: Rectangle, quarters: number): PageSpace {
  const upright = { width, height };
  const sideways = { width: height, height: width };
  switch (quarters) {
    case 1:
      return { ...sideways, toUserSpace: [0, 1, 1, 0, x, y] };
    case 2:
      return { ...upright, toUserSpace: [-1, 0, 0, 1, x + width, y] };
    case 3:
      return { ...sideways, toUserSpace: [0, -1, -1, 0, x + width, y + height] };
    default:
      return { ...upright, toUserSpace: [1, 0, 0, -1, x, y + height] };
  }
}

export const toShownRectangle = ({ width, height }: PageSpace, box: Box): Rectangle => ({
  x: box.x * width,
  y: box.y * height,
  width: box.width * width,
  height: box.height * height,
});
