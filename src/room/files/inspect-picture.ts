/** Whether a picture may be unpacked on this device, decided by what its first bytes say about it. */
import { isShownSafely, pictureHeaderBytes, readPictureSize } from '#domain/picture-size.ts';

export type PictureFit = { kind: 'fits' } | { kind: 'too-large'; megapixels: number | null };

/** What does not say how large it is, is shown when it is small. */
const maxUnknownBytes = 3_000_000;

export async function inspectPicture(file: Blob): Promise<PictureFit> {
  const start = new Uint8Array(await file.slice(0, pictureHeaderBytes).arrayBuffer());
  const size = readPictureSize(start);
  if (!size) return file.size <= maxUnknownBytes ? { kind: 'fits' } : { kind: 'too-large', megapixels: null };
  return isShownSafely(size)
    ? { kind: 'fits' }
    : { kind: 'too-large', megapixels: Math.round((size.width * size.height) / 1_000_000) };
}
