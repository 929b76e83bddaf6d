import type { Mark } from '#contract/esign.ts';
import { fitInk, type InkCurve, penWidth, type Size } from '#domain/esign-ink.ts';
import { measureLetters } from '#room/esign/sheet/measure-letters.ts';
import styles from '#room/esign/sheet/mark-picture.module.css';

/** A mark as it will be stamped into a box of this size. Silent: whoever shows it says what it is. */
export const MarkPicture = ({ mark, size }: { mark: Mark; size: Size }) => (
  <svg className={styles['picture']} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden>
    {mark.kind === 'typed' ? (
      <TypedMark text={mark.text} size={size} />
    ) : (
      fitInk(mark, size, penWidth(size)).map((curve, index) => (
        <path key={index} className={styles['stroke']} d={toPathData(curve)} strokeWidth={penWidth(size)} />
      ))
    )}
  </svg>
);

const TypedMark = ({ text, size }: { text: string; size: Size }) => {
  const fitting = (size.width * 0.94) / Math.max(measureLetters(text), 0.1);
  const fontSize = Math.min(size.height / 1.25, fitting);
  return (
    <text
      className={styles['letters']}
      x={size.width / 2}
      y={size.height / 2 + fontSize * 0.32}
      fontSize={fontSize}
      textAnchor="middle"
    >
      {text}
    </text>
  );
};

const round = (value: number) => Math.round(value * 100) / 100;

export const toPathData = ({ start, segments }: InkCurve): string =>
  [
    `M${round(start[0])} ${round(start[1])}`,
    ...segments.map(({ control1, control2, end }) => `C${[...control1, ...control2, ...end].map(round).join(' ')}`),
  ].join('');
