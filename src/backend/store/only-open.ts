/**
 * That an agent has one open session and no more, as every adapter of the store holds it: inside the commit, so of two who start at once
 * one is refused, and with the same words.
 */
import { AppError } from '#backend/app-error.ts';
import type { SessionQuery } from '#backend/session/session-query.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

/** What to look for when one has to be the only open session of its agent; null: nothing, it has none, or is not open. */
export const toOpenQuery = ({ agent, state }: SessionRecord): SessionQuery | null =>
  agent === null || state !== 'open' ? null : { within: null, agent: agent.id, state: 'open', limit: 2 };

/** `open`: what was found, newest first. @throws `active-session-exists`, with the id of the other one */
export function assertOnlyOpen({ id }: SessionRecord, open: readonly SessionRecord[]): void {
  const other = open.find((one) => one.id !== id);
  if (other) throw new AppError('active-session-exists', { session: other.id });
}
