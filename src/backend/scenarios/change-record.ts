/**
 * Puts a session into a state that no endpoint brings about yet (somebody else's turn, expired, a revoked link), or changes it
 * without a word to those who are inside. Everything else goes through the contract.
 */
import type { InteractionId, SessionId } from '#contract/ids.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { SessionRecord, StoredInteraction } from '#backend/session/session-record.ts';

export async function changeRecord(
  { store }: Pick<BackendDeps, 'store'>,
  id: SessionId,
  change: (record: SessionRecord) => Partial<SessionRecord>,
): Promise<void> {
  const record = await store.loadSession(id);
  if (!record) throw new Error(`Failed to change ${id}: there is no such session.`);
  const next = { ...record, ...change(record), version: record.version + 1 };
  await store.commitSession({ record: next, expectedVersion: record.version, entries: [], outbox: [] });
}

/** For `changeRecord`: one interaction in another state. */
export const withInteraction =
  (id: InteractionId | undefined, change: Partial<Pick<StoredInteraction, 'status' | 'revision'>>) =>
  ({ interactions }: SessionRecord): Partial<SessionRecord> => ({
    interactions: interactions.map((interaction) =>
      interaction.id === id ? { ...interaction, ...change } : interaction,
    ),
  });
