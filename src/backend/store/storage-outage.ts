/**
 * What an adapter of the store or of the blobs throws while what it stands on does not answer, or takes nothing: a full disk, a network
 * that is gone. Whoever asked is told to come back (503), because it heals; a defect of ours stays `internal`. The same write may be
 * tried again with its key: whether the one that failed left anything is found out then.
 */
import { AppError } from '#backend/app-error.ts';

/** Seconds. */
const comeBackAfter = 5;

export const toStorageOutage = (cause: unknown): AppError =>
  cause instanceof AppError ? cause : new AppError('service-unavailable', { retryAfter: comeBackAfter }, { cause });
