/** Where this host's files lie: in the data folder, or in a bucket where one is set up. */
import type { Blobs } from '#backend/store/blobs.ts';
import { openFolderBlobs } from '#hosts/node/blobs/folder-blobs.ts';
import type { S3Settings } from '#hosts/node/settings/s3-settings.ts';

type Options = { createId: () => string; isShared: boolean };

/** @throws {HostError} where they cannot be kept. */
export async function openBlobs(folder: string, s3: S3Settings | null, options: Options): Promise<Blobs> {
  if (s3 === null) return openFolderBlobs(folder, options);
  // Note: loaded only here, because the client of S3 is larger than everything else the host starts with.
  const { openS3Blobs } = await import('#hosts/node/blobs/s3-blobs.ts');
  return openS3Blobs(s3, options);
}
