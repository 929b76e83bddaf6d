/** Pictures of any size in few bytes. */
import { crc32, deflateSync } from 'node:zlib';

type Bytes = Uint8Array<ArrayBuffer>;
const toBytes = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0));
const join = (...parts: Uint8Array[]): Bytes => Uint8Array.from(Buffer.concat(parts));

function numbers(size: 2 | 4, ...values: number[]): Bytes {
  const view = new DataView(new ArrayBuffer(values.length * size));
  for (const [at, value] of values.entries()) {
    if (size === 2) view.setUint16(at * size, value);
    else view.setUint32(at * size, value);
  }
  return new Uint8Array(view.buffer);
}

function chunk(name: string, data: Uint8Array): Bytes {
  const named = join(toBytes(name), data);
  return join(numbers(4, data.length), named, numbers(4, crc32(named)));
}

/** A real PNG, all black: a hundred megapixels in a dozen kilobytes. */
export function buildPng(width: number, height: number): Bytes {
  const rows = new Uint8Array((Math.ceil(width / 8) + 1) * height);
  const header = join(numbers(4, width, height), Uint8Array.of(1, 0, 0, 0, 0));
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return join(signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array()));
}

/** The beginning of a JPEG as a camera writes it: `before` bytes of other things come first. */
export const buildJpegStart = (width: number, height: number, before = 0): Bytes =>
  join(
    Uint8Array.of(0xff, 0xd8),
    ...Array.from({ length: Math.ceil(before / 60_000) }, () =>
      join(Uint8Array.of(0xff, 0xe1), numbers(2, 60_002), new Uint8Array(60_000).fill(0xc0)),
    ),
    Uint8Array.of(0xff, 0xff, 0xff, 0xc2, 0, 17, 8),
    numbers(2, height, width),
    new Uint8Array(10),
  );

export const buildWebpStart = (width: number, height: number): Bytes => {
  const size = (value: number) => Uint8Array.of((value - 1) & 0xff, ((value - 1) >> 8) & 0xff, (value - 1) >> 16);
  return join(toBytes('RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0'), size(width), size(height));
};

/** A small picture of a photo, then the photo. */
export const buildHeicStart = (width: number, height: number): Bytes =>
  join(
    toBytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
    ...[numbers(4, 320, 240), numbers(4, width, height)].flatMap((size) => [toBytes('\0\0\0\x14ispe\0\0\0\0'), size]),
  );
