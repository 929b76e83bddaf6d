import { describe, expect, test } from 'vitest';

import type { AcceptedType } from '#contract/document-request.ts';
import { shrinkPicture } from '#room/files/shrink-picture.ts';
import { buildHeicStart, buildJpegStart, buildPng } from '#tests/support/build-picture.ts';
import { fakePictures } from '#tests/support/fake-pictures.ts';

const MB = 1_000_000;
const limits = { accept: ['application/pdf', 'image/jpeg', 'image/png'] satisfies AcceptedType[], maxBytes: 5 * MB };
const withNothing = (start: Uint8Array<ArrayBuffer>, size: number) => [start, new Uint8Array(size - start.length)];
const jpeg = (size: number, name = 'photo.jpg', width = 4_000, height = 3_000) =>
  new File(withNothing(buildJpegStart(width, height), size), name, { type: 'image/jpeg', lastModified: 7 });
const png = new File(withNothing(buildPng(4_000, 3_000), 3 * MB), 'Scan 1.PNG', { type: 'image/png' });
const heic = new File(withNothing(buildHeicStart(4_032, 3_024), 900_000), 'IMG_1.HEIC', { type: 'image/heic' });
const bmp = new File(['BM\x10\0\0\0\0\0\0\0', new Uint8Array(600_000)], 'fax.bmp', { type: 'image/bmp' });

describe('A picture worth making smaller', () => {
  test.for([
    ['a phone’s photo', jpeg(8 * MB), 'photo.jpg', '2500×1875'],
    ['a scan in PNG', png, 'Scan 1.jpg', '2500×1875'],
    ['a photo in HEIC, which is not asked for', heic, 'IMG_1.jpg', '2500×1875'],
    ['a fax in BMP, which nobody takes', bmp, 'fax.jpg', '2500×1875'],
  ] as const)('is sent as a small JPEG, named so: %s', async ([, file, name, size]) => {
    const { packed } = fakePictures(4_000, 3_000, 400_000);
    const sent = await shrinkPicture(file, limits);
    expect({ name: sent.name, type: sent.type, size: sent.size }).toEqual({ name, type: 'image/jpeg', size: 400_000 });
    expect(packed).toEqual([size]);
  });

  test('keeps its size when only its bytes are too many', async () => {
    const { packed } = fakePictures(2_400, 1_800, 900_000);
    expect((await shrinkPicture(jpeg(6 * MB), limits)).size).toBe(900_000);
    expect(packed).toEqual(['2400×1800']);
  });

  test('is unpacked when the one before it is done with', async () => {
    const { packed } = fakePictures(4_000, 3_000, 400_000);
    const broken = new File([await jpeg(2 * MB).arrayBuffer()], 'broken.jpg');
    const all = await Promise.all([shrinkPicture(jpeg(8 * MB), limits), shrinkPicture(broken, limits)]);
    expect(all.map(({ size }) => size)).toEqual([400_000, 400_000]);
    expect(packed).toHaveLength(2);
  });
});

describe('A file is sent as it is', () => {
  test.for([
    ['a PDF', new File(['%PDF-1.7', new Uint8Array(3 * MB)], 'a.pdf'), limits],
    ['a photo that is small already', jpeg(MB), limits],
    ['where no JPEG is asked for', png, { accept: ['image/png'] satisfies AcceptedType[], maxBytes: 5 * MB }],
    ['a hundred megapixels', jpeg(4 * MB, 'wall.jpg', 10_000, 10_000), limits],
    ['empty', new File([], 'nothing.jpg'), limits],
  ] as const)('when there is nothing to do, or this device should not: %s', async ([, file, asked]) => {
    const { packed } = fakePictures(4_000, 3_000, 400_000);
    expect(await shrinkPicture(file, asked)).toBe(file);
    expect(packed).toEqual([]);
  });

  test('when nothing is gained', async () => {
    fakePictures(4_000, 3_000, 3 * MB);
    const file = jpeg(2 * MB);
    expect(await shrinkPicture(file, limits)).toBe(file);
  });

  test('when it is sharp on purpose: few pixels, and no more bytes than are taken', async () => {
    const { packed } = fakePictures(2_000, 1_500, 300_000);
    const file = jpeg(2 * MB);
    expect(await shrinkPicture(file, limits)).toBe(file);
    expect(packed).toEqual([]);
  });

  test('when this device cannot unpack it, and the next one is not held up', async () => {
    const file = jpeg(8 * MB);
    expect(await shrinkPicture(file, limits)).toBe(file);
    fakePictures(4_000, 3_000, 400_000);
    expect((await shrinkPicture(jpeg(8 * MB), limits)).size).toBe(400_000);
  });
});
