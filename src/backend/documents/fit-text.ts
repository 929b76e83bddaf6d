/** Breaks text into lines, and finds the largest size at which it fits a box. Pure; `measure` gives a width at size 1. */
export type Measure = (text: string) => number;
export type FittedText = {
  size: number;
  lines: string[];
  /** Something had to be left out. */
  isCut: boolean;
};

export const lineHeight = 1.25;

/** Lines no wider than `width` at size 1. A word wider than a line is broken. */
export function wrapText(text: string, measure: Measure, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const pieces = breakWord(word, measure, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line ? [...lines, line] : lines;
}

function breakWord(word: string, measure: Measure, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece && measure(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

type Bounds = { width: number; height: number; minSize: number; maxSize: number };

/** Never larger than the box is high: one line always keeps to its box. */
export function fitText(text: string, measure: Measure, bounds: Bounds): FittedText {
  const { width, height, minSize } = bounds;
  const maxSize = Math.max(Math.min(bounds.maxSize, height / lineHeight), minSize);
  const remembered = rememberWidths(measure);
  for (let size = maxSize; size >= minSize; size -= 0.5) {
    const lines = wrapText(text, remembered, width / size);
    if (lines.length * size * lineHeight <= height + 0.01) return { size, lines, isCut: false };
  }
  const room = Math.max(Math.floor(height / (minSize * lineHeight)), 1);
  const lines = wrapText(text, remembered, width / minSize);
  if (lines.length <= room) return { size: minSize, lines, isCut: false };
  return { size: minSize, lines: [...lines.slice(0, room - 1), `${lines[room - 1] ?? ''}…`], isCut: true };
}

function rememberWidths(measure: Measure): Measure {
  const widths = new Map<string, number>();
  return (text) => {
    const width = widths.get(text) ?? measure(text);
    widths.set(text, width);
    return width;
  };
}
