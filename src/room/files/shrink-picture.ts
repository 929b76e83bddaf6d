/**
 * A photo as it is worth sending: upright, at most `maxSide` pixels a side, a JPEG of some hundred kilobytes instead of several megabytes, and
 * without what the camera noted in it (where it was taken). Paper stays readable: an A4 page has more than 200 dots an inch.
 */
import type { RequestedItem } from '#contract/document-request.ts';
import { isImageType } from '#domain/detect-file-type.ts';
import { readFileType } from '#lib/uploads/check-file.ts';
import { inspectPicture } from '#room/files/inspect-picture.ts';

const maxSide = 2_500;
const quality = 0.85;
/** Bytes that are sent soon enough as they are. */
const smallBytes = 1_000_000;

type Limits = Pick<RequestedItem, 'accept' | 'maxBytes'>;

/**
 * The file itself when there is nothing to gain, when JPEG is not asked for, and when this device cannot or should not unpack it. What is asked
 * for in other types (a photo in HEIC, where only JPEG is taken) becomes one that is.
 */
export function shrinkPicture(file: File, limits: Limits): Promise<File> {
  const shrunk = last.then(() => shrink(file, limits)).catch(() => file);
  last = shrunk;
  return shrunk;
}

/** Note: one at a time; ten photos unpacked side by side are more than an old phone has memory for. */
let last: Promise<unknown> = Promise.resolve();

async function shrink(file: File, { accept, maxBytes }: Limits): Promise<File> {
  const type = await readFileType(file);
  const isTaken = accept.some((accepted) => accepted === type);
  const isPicture = type !== undefined && (isImageType(type) || type === 'other-image');
  if (!isPicture || !accept.includes('image/jpeg') || (isTaken && file.size <= smallBytes)) return file;
  const fit = await inspectPicture(file);
  if (fit.kind === 'too-large') return file;

  const picture = await unpack(file);
  const scale = Math.min(1, maxSide / Math.max(picture.naturalWidth, picture.naturalHeight));
  const isFine = isTaken && scale === 1 && file.size <= maxBytes;
  const bytes = isFine ? null : await draw(picture, scale);
  if (!bytes || (isTaken && bytes.size >= file.size)) return file;
  return new File([bytes], toJpegName(file.name), { type: bytes.type, lastModified: file.lastModified });
}

/** Note: an element and not `createImageBitmap`: every browser turns it upright, and Safari unpacks HEIC. */
async function unpack(file: File): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = URL.createObjectURL(file);
  try {
    await picture.decode();
    return picture;
  } finally {
    URL.revokeObjectURL(picture.src);
  }
}

function draw(picture: HTMLImageElement, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.naturalWidth * scale);
  canvas.height = Math.round(picture.naturalHeight * scale);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return Promise.resolve(null);
  context.imageSmoothingQuality = 'high';
  // Note: what one can see through is paper.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}

const toJpegName = (name: string): string =>
  /\.(jpe?g|jfif)$/i.test(name) ? name : `${name.replace(/\.(png|webp|hei[cf]|avif|gif|bmp|tiff?)$/i, '')}.jpg`;
