/**
 * What several processes keep together: sessions on PostgreSQL, files in a bucket or in a folder that all of them see. Nobody owns the
 * folder, so there is no lock on it: a file has a name of its own and never changes.
 */
import { join, resolve } from 'node:path';

import { openBlobs } from '#hosts/node/blobs/open-blobs.ts';
import { assertWritable, type HostData } from '#hosts/node/data-folder.ts';
import { openPostgres } from '#hosts/node/postgres/open-postgres.ts';
import type { S3Settings } from '#hosts/node/settings/s3-settings.ts';

type Options = { createId: () => string; s3: S3Settings | null; tell: (event: string) => void };

/** @throws {HostError} when the files cannot be kept, or the database cannot be reached or used. */
export async function openSharedData(folder: string, url: string, { createId, s3, tell }: Options): Promise<HostData> {
  const path = resolve(folder);
  assertWritable(path);
  const blobs = await openBlobs(join(path, 'blobs'), s3, { createId, isShared: true });
  return { path, blobs, ...(await openPostgres(url, { tell })) };
}
