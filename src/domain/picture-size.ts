/**
 * How large a picture is by its first bytes, before anybody unpacks it: a small file may hold a picture that fills a phone's memory.
 * The room shows no preview of such a one, the backend takes none as a logo.
 */
export type PictureSize = { width: number; height: number };

/** Bytes from the start that are needed: cameras write a small picture and colour tables in front. */
export const pictureHeaderBytes = 512 * 1_024;

/** Pixels that an old phone can still unpack beside everything else: four bytes each. */
export const maxShownPixels = 30_000_000;

/** Null when the bytes do not say. */
export function readPictureSize(start: Uint8Array): PictureSize | null {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const text = (at: number, length: number) => String.fromCharCode(...start.subarray(at, at + length));
  if (text(1, 3) === 'PNG') return start.length < 24 ? null : { width: view.getUint32(16), height: view.getUint32(20) };
  if (text(0, 2) === '\xff\xd8') return readJpegSize(view);
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return start.length < 30 ? null : readWebpSize(view, text(12, 4));
  if (text(4, 4) === 'ftyp') return readHeifSize(view);
  return null;
}

export const isShownSafely = (size: PictureSize): boolean => size.width * size.height <= maxShownPixels;

/** Segments follow each other; the one that begins the picture itself holds its size. */
function readJpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Note: a marker may be preceded by filling bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function readWebpSize(view: DataView, chunk: string): PictureSize | null {
  const threeBytes = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000;
  switch (chunk) {
    case 'VP8X':
      return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    default:
      return null;
  }
}

/** iPhone photos list the sizes of their parts (`ispe`): the largest is the whole. */
function readHeifSize(view: DataView): PictureSize | null {
  let largest: PictureSize | null = null;
  for (let at = 8; at + 16 <= view.byteLength; at += 1) {
    if (view.getUint32(at) !== 0x69_73_70_65) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
