/**
 * Puts a line of mixed writing directions into the order it is drawn in. PDF text is drawn glyph by glyph from the left;
 * the font engine turns a right-to-left run round by itself, so only the order of the runs is decided here. A small part of
 * the Unicode bidirectional algorithm: enough for names, places and amounts.
 */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const leftToRight = /[\p{L}\p{N}]/u;

type Direction = 'ltr' | 'rtl';
type Run = { direction: Direction; text: string };

const directionOf = (character: string): Direction | null => {
  if (rightToLeft.test(character)) return 'rtl';
  return leftToRight.test(character) ? 'ltr' : null;
};

/** The direction of the first letter decides how the line as a whole reads. */
export const resolveDirection = (text: string): Direction =>
  [...text].map(directionOf).find((direction) => direction !== null) ?? 'ltr';

/** Runs from left to right as drawn; neutral characters between two runs stay with the one before. */
export function splitDirections(text: string): string[] {
  const base = resolveDirection(text);
  const runs: Run[] = [];
  for (const character of text) {
    const last = runs.at(-1);
    const direction = directionOf(character) ?? last?.direction ?? base;
    if (last?.direction === direction) last.text += character;
    else runs.push({ direction, text: character });
  }
  const drawn = base === 'rtl' ? runs.toReversed() : runs;
  return drawn.map((run) => keepSpacesOutside(run, base));
}

/** Note: a space that ends a run against the line's direction belongs between the runs, not at the far end of its own. */
function keepSpacesOutside({ direction, text }: Run, base: Direction): string {
  if (direction === base) return text;
  const trimmed = text.trimEnd();
  return text.slice(trimmed.length) + trimmed;
}
