/**
 * The port for bytes on a store that speaks the S3 protocol, with paths instead of host names for buckets. An object is called as the
 * file in the folder would be (`blob-names.ts`), so that one can be copied into the other. It carries the hash of its bytes, and what
 * comes back with another is not given to anybody.
 */
import { createHash } from 'node:crypto';

import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';

import type { Blobs } from '#backend/store/blobs.ts';
import { toStorageOutage } from '#backend/store/storage-outage.ts';
import { toBlobFolder, toBlobKey, toBlobPath } from '#hosts/node/blobs/blob-names.ts';
import { assertUsable } from '#hosts/node/blobs/s3-check.ts';
import { hasName, isPassing } from '#hosts/node/blobs/s3-failures.ts';
import { withRetries } from '#hosts/node/blobs/with-retries.ts';
import type { S3Settings } from '#hosts/node/settings/s3-settings.ts';

type Options = {
  createId: () => string;
  /** Milliseconds that the store may say nothing; after twice as many no further attempt is begun. */
  patience?: number;
};

/** @throws {HostError} where the bucket cannot be used as it is set up. */
export async function openS3Blobs(settings: S3Settings, { createId, patience = 5_000 }: Options): Promise<Blobs> {
  const client = createClient(settings, patience);
  const blobs = createBlobs(client, settings.bucket, patience);
  await assertUsable(blobs, settings, `start/${createId()}`);
  return blobs;
}

const createClient = ({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings, patience: number): S3Client =>
  new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    forcePathStyle: true,
    // Note: trying again is ours, because a body that breaks off is beyond the client's.
    maxAttempts: 1,
    // Note: the checksums that the client adds by itself are unknown to many stores; ours are explicit.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: patience, socketTimeout: patience },
  });

function createBlobs(client: S3Client, bucket: string, patience: number): Blobs {
  const attempt = <Result>(work: () => Promise<Result>): Promise<Result> =>
    withRetries(work, { isPassing, patience: 2 * patience }).catch((error: unknown) => {
      throw toStorageOutage(error);
    });
  const locate = (key: string) => ({ Bucket: bucket, Key: toBlobPath(key) });

  return {
    put(key, given) {
      // Note: whoever gave them may change them while they are on their way.
      const bytes = given.slice();
      const hash = createHash('sha256').update(bytes).digest();
      const command = {
        ...locate(key),
        Body: bytes,
        ChecksumSHA256: hash.toString('base64'),
        Metadata: { [hashName]: hash.toString('hex') },
        IfNoneMatch: '*',
      };
      return attempt(() => client.send(new PutObjectCommand(command)).then(nothing, unlessNamed('PreconditionFailed')));
    },
    get: (key) => attempt(() => readObject(client, locate(key)).catch(unlessNamed('NoSuchKey'))),
    delete: (key) => attempt(() => client.send(new DeleteObjectCommand(locate(key))).then(nothing)),
    list: (prefix) =>
      attempt(async () => {
        const paths = await listObjects(client, bucket, toObjectPrefix(prefix));
        return paths
          .flatMap((path) => toBlobKey(path) ?? [])
          .filter((key) => key.startsWith(prefix))
          .toSorted();
      }),
  };
}

const hashName = 'sha256';

const nothing = (): undefined => undefined;

const unlessNamed =
  (name: string) =>
  (error: unknown): undefined => {
    if (!hasName(error, name)) throw error;
  };

/** @throws where it broke off, or is not what was put. */
async function readObject(
  client: S3Client,
  where: { Bucket: string; Key: string },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { Body, Metadata } = await client.send(new GetObjectCommand(where));
  const bytes = new Uint8Array((await Body?.transformToByteArray()) ?? []);
  const hash = createHash('sha256').update(bytes).digest('hex');
  // Note: what an operator copied into the bucket may carry no hash.
  if ((Metadata?.[hashName] ?? hash) !== hash)
    throw new Error(`Failed to read ${where.Key}: its bytes are not its own.`);
  return bytes;
}

/** The prefix of the objects among which those of the keys are: a folder of the data folder, or everything. */
function toObjectPrefix(prefix: string): string {
  const folder = toBlobFolder(prefix);
  return folder === '.' ? '' : `${folder}/`;
}

async function listObjects(client: S3Client, bucket: string, prefix: string, token?: string): Promise<string[]> {
  const page = await client.send(
    new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      ...(token !== undefined && { ContinuationToken: token }),
    }),
  );
  const paths = (page.Contents ?? []).flatMap(({ Key }) => Key ?? []);
  if (page.NextContinuationToken === undefined) return paths;
  return [...paths, ...(await listObjects(client, bucket, prefix, page.NextContinuationToken))];
}
