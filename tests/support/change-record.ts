import type { SessionId } from '#contract/ids.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

/** Puts a session into a state that no endpoint brings it into yet. */
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
