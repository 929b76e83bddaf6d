import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { isShownSafely, pictureHeaderBytes, readPictureSize } from '#domain/picture-size.ts';
import { buildHeicStart, buildJpegStart, buildPng, buildWebpStart } from '#tests/support/build-picture.ts';

describe('How large a picture is, its first bytes say', () => {
  test.for([
    ['a PNG', buildPng(640, 480)],
    ['a JPEG', buildJpegStart(640, 480)],
    ['a JPEG behind a camera’s small picture and tables', buildJpegStart(640, 480, 400_000)],
    ['a WebP', buildWebpStart(640, 480)],
    ['an iPhone photo', buildHeicStart(640, 480)],
  ] as const)('%s', ([, bytes]) => {
    expect(readPictureSize(bytes.subarray(0, pictureHeaderBytes))).toEqual({ width: 640, height: 480 });
  });

  test('unless they are cut off before it, or are no picture', () => {
    for (const whole of [buildPng(9, 9), buildJpegStart(9, 9), buildWebpStart(9, 9), buildHeicStart(9, 9)]) {
      expect(readPictureSize(whole.subarray(0, 9))).toBeNull();
    }
    expect(readPictureSize(new TextEncoder().encode('%PDF-1.7'))).toBeNull();
  });

  test('whatever they are, reading them comes to an end', () => {
    const starts = [buildPng(9, 9), buildJpegStart(9, 9), buildWebpStart(9, 9), buildHeicStart(9, 9)];
    const anyBytes = fc.tuple(fc.constantFrom(...starts), fc.nat({ max: 30 }), fc.uint8Array({ maxLength: 200 }));
    fc.assert(
      fc.property(anyBytes, ([start, kept, rest]) => {
        const size = readPictureSize(Uint8Array.from([...start.subarray(0, kept), ...rest]));
        expect(size === null || size.width >= 0).toBe(true);
      }),
    );
  });
});

test('A photo of a phone is shown, a picture that fills its memory is not', () => {
  expect(isShownSafely({ width: 6_000, height: 4_000 })).toBe(true);
  expect(isShownSafely({ width: 10_000, height: 10_000 })).toBe(false);
});
