/** Passes on that somebody is writing, where something can be written: never of a session that is not open, or has no chat. */
import type { Policy } from '#contract/policy.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import type { Typing } from '#backend/store/store.ts';

/** @throws {AppError} `not-allowed`, `session-ended`, `not-actionable` (nobody was let in yet) */
export async function passTypingOn(
  { store }: Pick<BackendDeps, 'store'>,
  { id, state }: Pick<SessionRecord, 'id' | 'state'>,
  { chat }: Pick<Policy, 'chat'>,
  typing: Typing,
): Promise<void> {
  if (!chat.value) throw new AppError('not-allowed');
  if (state === 'ended') throw new AppError('session-ended');
  if (state === 'planned') throw new AppError('not-actionable');
  await store.tellTyping(id, typing);
}
