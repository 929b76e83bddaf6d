/** `?after=SEQ`: from which place of the log on somebody wants to hear. Without it, from the start. */
import { AppError } from '#backend/app-error.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

/**
 * Note: a number that this log has not reached was given by another log (a backup was put back). Waiting for it would keep silent
 * about everything until then. @throws {AppError} `invalid-input`
 */
export function readAfter(request: Request, { head }: Pick<SessionRecord, 'head'>): number {
  const after = new URL(request.url).searchParams.get('after') ?? '0';
  if (!/^\d{1,15}$/.test(after)) throw refuse('not-a-number');
  if (Number(after) > head.seq) throw refuse('beyond-the-end');
  return Number(after);
}

const refuse = (message: string) => new AppError('invalid-input', { fields: [{ path: 'after', message }] });
