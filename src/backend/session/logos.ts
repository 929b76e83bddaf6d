/** A business's logo: PNG or JPEG by its bytes, public, never changed once kept. */
import { type FileId, fileIdSchema } from '#contract/ids.ts';
import { readPictureSize } from '#domain/picture-size.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';

const logoKey = (id: string) => `logo/${id}`;

const signatures = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
] as const;

const detectLogoType = (bytes: Uint8Array) =>
  signatures.find((signature) => signature.bytes.every((byte, at) => bytes[at] === byte))?.type;

/** Pixels: every customer's phone unpacks it on the first screen. */
const maxLogoPixels = 4_000_000;

/** @throws `file-type-not-accepted`, `file-too-large` when it is a larger picture than any screen needs. */
export async function keepLogo(
  { blobs, createId }: Pick<BackendDeps, 'blobs' | 'createId'>,
  bytes: Uint8Array,
): Promise<FileId> {
  const size = detectLogoType(bytes) && readPictureSize(bytes);
  if (!size) throw new AppError('file-type-not-accepted');
  if (size.width * size.height > maxLogoPixels) throw new AppError('file-too-large');
  const id = fileIdSchema.parse(createId());
  await blobs.put(logoKey(id), bytes);
  return id;
}

/** @throws `not-found` */
export async function readLogo({ blobs }: Pick<BackendDeps, 'blobs'>, id: string) {
  const bytes = await blobs.get(logoKey(id));
  const type = bytes && detectLogoType(bytes);
  if (!bytes || !type) throw new AppError('not-found');
  return { bytes, type };
}
