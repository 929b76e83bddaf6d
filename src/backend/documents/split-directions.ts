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
  return drawn.map((run) => toDrawn(run, base));
}

/**
 * Note: the font engine turns the letters of a right-to-left run round, but not its brackets. What ends a run against the line's
 * direction and has no direction of its own (a space, a bracket) belongs to the line, so it goes to the run's other end.
 */
function toDrawn({ direction, text }: Run, base: Direction): string {
  if (direction === base) return base === 'rtl' ? mirror(text) : text;
  const characters = [...text];
  const end = characters.findLastIndex((character) => directionOf(character) !== null) + 1;
  const letters = characters.slice(0, end).join('');
  const tail = characters.slice(end).toReversed().join('');
  return base === 'rtl' ? mirror(tail) + letters : tail + mirror(letters);
}

const mirrored = new Map(['()', ')(', '[]', '][', '{}', '}{', '«»', '»«'].map(([one, other]) => [one, other]));

const mirror = (text: string): string => [...text].map((character) => mirrored.get(character) ?? character).join('');
