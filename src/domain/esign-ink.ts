/**
 * Ink: a drawn or typed mark as geometry. The room draws it on screen and the backend stamps it into the PDF from the same
 * curves, so what the customer saw is what is signed.
 */
import type { Mark } from '#contract/esign.ts';

export type DrawnMark = Extract<Mark, { kind: 'drawn' }>;
export type Point = readonly [x: number, y: number];
/** One stroke, ready to draw. A stroke of one point is a dot: a curve of no length, made visible by round line ends. */
export type InkCurve = { start: Point; segments: { control1: Point; control2: Point; end: Point }[] };
export type Size = { width: number; height: number };

/** Ink shorter than this (in heights of the box it was drawn in) is a slip of the finger. */
const minInkLength = 0.3;

const distance = ([x1, y1]: Point, [x2, y2]: Point): number => Math.hypot(x2 - x1, y2 - y1);

/** Strokes in true proportions: x in heights of the box. */
const toProportion = ({ strokes, aspect }: DrawnMark): Point[][] =>
  strokes.map((stroke) => stroke.map(([x, y]): Point => [x * aspect, y]));

const inkLength = (stroke: readonly Point[]): number =>
  stroke.slice(1).reduce((sum, point, index) => sum + distance(stroke[index] ?? point, point), 0);

/** Refuses an empty or one-dot scribble, and a typed mark without a letter. A straight line is somebody's signature. */
export function isMarkAcceptable(mark: Mark): boolean {
  if (mark.kind === 'typed') return /\p{L}/u.test(mark.text);
  const total = toProportion(mark).reduce((sum, stroke) => sum + inkLength(stroke), 0);
  return total >= minInkLength;
}

/**
 * The mark laid into a box: as large as fits, never distorted, in the middle, `margin` free on every side. Same units as
 * `size`, y downwards.
 */
export function fitInk(mark: DrawnMark, size: Size, margin: number): InkCurve[] {
  const strokes = toProportion(mark);
  const points = strokes.flat();
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const left = xs.reduce((a, b) => Math.min(a, b), Infinity);
  const right = xs.reduce((a, b) => Math.max(a, b), -Infinity);
  const top = ys.reduce((a, b) => Math.min(a, b), Infinity);
  const bottom = ys.reduce((a, b) => Math.max(a, b), -Infinity);
  const room = { width: Math.max(size.width - 2 * margin, 0), height: Math.max(size.height - 2 * margin, 0) };
  const scale = Math.min(
    room.width / Math.max(right - left, Number.EPSILON),
    room.height / Math.max(bottom - top, Number.EPSILON),
  );
  const toBox = ([x, y]: Point): Point => [
    size.width / 2 + (x - (left + right) / 2) * scale,
    size.height / 2 + (y - (top + bottom) / 2) * scale,
  ];
  return strokes.map((stroke) => toCurve(stroke.map(toBox)));
}

const middle = ([x1, y1]: Point, [x2, y2]: Point): Point => [(x1 + x2) / 2, (y1 + y2) / 2];
const towards = ([x1, y1]: Point, [x2, y2]: Point): Point => [x1 + ((x2 - x1) * 2) / 3, y1 + ((y2 - y1) * 2) / 3];

/** Rounds the corners of a stroke: through the middles of its pieces, with its points as the quadratic controls. */
export function toCurve(points: readonly Point[]): InkCurve {
  const start: Point = points[0] ?? [0, 0];
  const last = points.at(-1) ?? start;
  const segments: InkCurve['segments'] = [];
  let from = start;
  const bend = (control: Point, end: Point) => {
    segments.push({ control1: towards(from, control), control2: towards(end, control), end });
    from = end;
  };
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    if (index > 0 && next) bend(point, middle(point, next));
  }
  bend(last, last);
  return { start, segments };
}

/** How thick the pen is in a box of this size. */
export const penWidth = ({ width, height }: Size): number => Math.min(height * 0.045, width * 0.02);
