/** Letters of a typed mark, as `mark-picture.module.css` draws them. */
const font = "italic 100px 'Times New Roman', Times, 'Liberation Serif', serif";
/** Wide enough for most letters, where nothing can be measured. */
const guessedWidth = 0.6;

let context: CanvasRenderingContext2D | null | undefined;

/** Width of a line at size 1. */
export function measureLetters(text: string): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return [...text].length * guessedWidth;
  context.font = font;
  return context.measureText(text).width / 100;
}
