/** Tries at the start everything that will be asked of the bucket, so that what is set up wrongly is said then, not to a customer. */
import { AppError } from '#backend/app-error.ts';
import type { Blobs } from '#backend/store/blobs.ts';
import { hasName } from '#hosts/node/blobs/s3-failures.ts';
import { HostError } from '#hosts/node/host-error.ts';
import type { S3Settings } from '#hosts/node/settings/s3-settings.ts';

/** @throws {HostError} naming the setting to look at. */
export async function assertUsable(blobs: Blobs, settings: S3Settings, key: string): Promise<void> {
  try {
    await blobs.put(key, new TextEncoder().encode('A host started.'));
    await blobs.get(key);
    await blobs.list(key);
    await blobs.delete(key);
  } catch (error) {
    const cause = error instanceof AppError ? error.cause : error;
    throw new HostError(describe(cause, settings), { cause });
  }
}

function describe(cause: unknown, { endpoint, bucket }: S3Settings): string {
  if (hasName(cause, 'NoSuchBucket'))
    return `There is no bucket ${bucket} at ${endpoint}. Check S3_BUCKET, or make it.`;
  if (hasName(cause, 'InvalidAccessKeyId', 'SignatureDoesNotMatch'))
    return `${endpoint} does not take the key. Check S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.`;
  if (hasName(cause, 'AccessDenied'))
    return `The key of S3_ACCESS_KEY_ID may not put, get, list and delete in the bucket ${bucket}.`;
  if (hasName(cause, 'AuthorizationHeaderMalformed', 'PermanentRedirect'))
    return `The bucket ${bucket} is in another region. Check S3_REGION.`;
  if (hasName(cause, 'RequestTimeTooSkewed')) return `The clocks of this machine and of ${endpoint} do not agree.`;
  return `${endpoint} does not answer as a store for files (${cause instanceof Error ? cause.name : 'unknown'}). Check S3_ENDPOINT.`;
}
