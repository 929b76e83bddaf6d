import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { markSchema } from '#contract/esign.ts';
import { type DrawnMark, fitInk, isMarkAcceptable } from '#domain/esign-ink.ts';
import { buildInk, buildTyped } from '#tests/support/build-esign-field.ts';

const draw = (...strokes: [number, number][][]) => markSchema.parse({ kind: 'drawn', aspect: 2.5, strokes });

describe('A mark counts as a signature', () => {
  test.for([
    ['a wave', buildInk(), true],
    [
      'a line across',
      draw([
        [0.1, 0.5],
        [0.9, 0.5],
      ]),
      true,
    ],
    [
      'a cross of two strokes',
      draw(
        [
          [0.4, 0.3],
          [0.5, 0.7],
        ],
        [
          [0.4, 0.7],
          [0.5, 0.3],
        ],
      ),
      true,
    ],
    ['one dot', draw([[0.5, 0.5]]), false],
    ['many dots', draw([[0.5, 0.5]], [[0.1, 0.1]], [[0.9, 0.9]]), false],
    [
      'a slip of the finger',
      draw([
        [0.5, 0.5],
        [0.51, 0.51],
      ]),
      false,
    ],
    ['a name', buildTyped('Zoë'), true],
    ['a name in another writing', buildTyped('محمد'), true],
    ['punctuation', buildTyped('...'), false],
  ] as const)('%s', ([, mark, isAccepted]) => {
    expect(isMarkAcceptable(mark)).toBe(isAccepted);
  });
});

describe('Ink in a box', () => {
  const unit = fc.integer({ min: 0, max: 100 }).map((value) => value / 100);
  const ink = fc.array(fc.array(fc.tuple(unit, unit), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 5 });
  const toMark = (strokes: [number, number][][]): DrawnMark => ({ kind: 'drawn', aspect: 2.5, strokes });

  test('never leaves it', () => {
    const size = fc.record({ width: fc.integer({ min: 5, max: 600 }), height: fc.integer({ min: 5, max: 300 }) });
    fc.assert(
      fc.property(ink, size, (strokes, { width, height }) => {
        for (const { start, segments } of fitInk(toMark(strokes), { width, height }, 1)) {
          for (const [x, y] of [start, ...segments.map(({ end }) => end)]) {
            expect(x).toBeGreaterThanOrEqual(0.99);
            expect(x).toBeLessThanOrEqual(width - 0.99);
            expect(y).toBeGreaterThanOrEqual(0.99);
            expect(y).toBeLessThanOrEqual(height - 0.99);
          }
        }
      }),
    );
  });

  test('keeps its proportions', () => {
    const square = toMark([
      [
        [0.2, 0.25],
        [0.4, 0.25],
        [0.4, 0.75],
        [0.2, 0.75],
      ],
    ]);
    const [curve] = fitInk(square, { width: 300, height: 100 }, 0);
    const points = [curve?.start ?? [0, 0], ...(curve?.segments.map(({ end }) => end) ?? [])];
    const spread = (axis: 0 | 1) => Math.max(...points.map((p) => p[axis])) - Math.min(...points.map((p) => p[axis]));
    expect(spread(0)).toBeCloseTo(spread(1), 5);
  });
});
