import { describe, expect, it, vi } from 'vitest';

import { idempotencyKeySchema, sessionIdSchema } from '#contract/ids.ts';
import { AppError } from '#backend/app-error.ts';
import { changeSession, type ChangeRequest } from '#backend/session/change-session.ts';
import { VersionConflictError } from '#backend/store/store.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { startTestSession } from '#tests/support/start-session.ts';
import { watchWrites } from '#tests/support/watch-writes.ts';

const key = idempotencyKeySchema.parse('key-of-change');
type Session = Awaited<ReturnType<typeof startTestSession>>;

const change = ({ deps, sessionId }: Pick<Session, 'deps' | 'sessionId'>, overrides: Partial<ChangeRequest> = {}) =>
  changeSession(deps, {
    sessionId,
    actor: { kind: 'customer', name: 'Cleo Customer' },
    key,
    intent: 'test',
    decide: (record) => ({ record: { ...record, newLinkSentAt: 1 }, facts: [{ kind: 'link-sent', channel: 'email' }] }),
    ...overrides,
  });

/** The first `times` commits after the start find that somebody else was first. */
async function startContested(times: number) {
  const { deps } = watchWrites();
  const session = await startTestSession({}, createTestBackend(deps));
  let left = times;
  const store = {
    ...deps.store,
    commitSession: async (commit: Parameters<typeof deps.store.commitSession>[0]) => {
      left -= 1;
      if (left >= 0) throw new VersionConflictError(commit.record.id);
      await deps.store.commitSession(commit);
    },
  };
  return { ...session, deps: { ...session.deps, store } };
}

describe('A change of a session', () => {
  it('is committed with its facts and messages, under the next version and number', async () => {
    const session = await startTestSession();
    const before = await session.deps.store.loadSession(session.sessionId);
    const after = await change(session);
    expect(after).toMatchObject({ version: (before?.version ?? 0) + 1, newLinkSentAt: 1, head: { seq: 2 } });
    expect(await session.deps.store.loadSession(session.sessionId)).toEqual(after);
    expect(await session.deps.store.readLog(session.sessionId, 1, 10)).toMatchObject([
      { seq: 2, actor: { kind: 'customer' }, fact: { kind: 'link-sent' }, hash: after.head.hash },
    ]);
  });

  it('without facts moves the version and not the log', async () => {
    const session = await startTestSession();
    const after = await change(session, { decide: (record) => ({ record, facts: [] }) });
    expect(after).toMatchObject({ version: 2, head: { seq: 1 } });
  });

  it('repeated with the same key changes nothing and gives the session as it is', async () => {
    const session = await startTestSession();
    const first = await change(session);
    const decide = vi.fn<ChangeRequest['decide']>();
    expect(await change(session, { decide })).toEqual(first);
    expect(decide).not.toHaveBeenCalled();
  });

  it('repeated with the same key gives the session as it is now, not as it was', async () => {
    const session = await startTestSession();
    await change(session);
    await session.agent.endSession(session.sessionId);
    expect(await change(session)).toMatchObject({ state: 'ended', head: { seq: 3 } });
  });

  it('by a key that meant something else is refused', async () => {
    const session = await startTestSession();
    await change(session);
    await expect(change(session, { intent: 'something else' })).rejects.toThrow(new AppError('key-reused'));
  });

  it('without a key is made every time', async () => {
    const session = await startTestSession();
    await change(session, { key: null });
    expect(await change(session, { key: null })).toMatchObject({ head: { seq: 3 } });
  });

  it('that may not be made leaves nothing behind, not even its key', async () => {
    const session = await startTestSession();
    const before = await session.deps.store.loadSession(session.sessionId);
    const decide = () => {
      throw new AppError('not-actionable');
    };
    await expect(change(session, { decide })).rejects.toThrow('not-actionable');
    expect(await session.deps.store.loadSession(session.sessionId)).toEqual(before);
    expect(await change(session)).toMatchObject({ newLinkSentAt: 1 });
  });

  it('of a session that is not there is refused', async () => {
    const { deps } = createTestBackend();
    await expect(change({ deps, sessionId: sessionIdSchema.parse('nowhere') })).rejects.toThrow('not-found');
  });

  it('keeps a thousand keys and forgets the oldest', async () => {
    const session = await startTestSession();
    await changeRecord(session.deps, session.sessionId, () => ({
      appliedKeys: Array.from({ length: 1_000 }, (_, index) => ({ key: `key-number-${index}`, intent: 'test' })),
    }));
    const { appliedKeys } = await change(session);
    expect(appliedKeys).toHaveLength(1_000);
    expect(appliedKeys[0]?.key).toBe('key-number-1');
    expect(appliedKeys.at(-1)).toEqual({ key, intent: 'test' });
  });
});

describe('A change that meets another one', () => {
  it('is decided anew on what the other one left', async () => {
    const session = await startContested(3);
    const seen: number[] = [];
    await change(session, {
      decide: (record) => {
        seen.push(record.version);
        return { record, facts: [] };
      },
    });
    expect(seen).toHaveLength(4);
  });

  it('is refused when the other one forbids it, though it was allowed when it began', async () => {
    const session = await startTestSession();
    let isFirst = true;
    const commitSession: typeof session.deps.store.commitSession = async (commit) => {
      if (isFirst) await session.agent.endSession(session.sessionId);
      isFirst = false;
      await session.deps.store.commitSession(commit);
    };
    const late = change(
      { ...session, deps: { ...session.deps, store: { ...session.deps.store, commitSession } } },
      {
        decide: (record) => {
          if (record.state === 'ended') throw new AppError('session-ended');
          return { record, facts: [{ kind: 'link-sent', channel: 'email' }] };
        },
      },
    );
    await expect(late).rejects.toThrow('session-ended');
    const log = await session.deps.store.readLog(session.sessionId, 0, 10);
    expect(log.map(({ fact }) => fact.kind)).toEqual(['session-started', 'session-ended']);
  });

  it('is told to come back when it never gets through', async () => {
    const session = await startContested(Infinity);
    await expect(change(session)).rejects.toMatchObject({ code: 'service-unavailable', details: { retryAfter: 1 } });
  });

  it('does not hide a failure of the store behind that', async () => {
    const session = await startContested(0);
    const store = { ...session.deps.store, commitSession: () => Promise.reject(new Error('Failed to write.')) };
    await expect(change({ ...session, deps: { ...session.deps, store } })).rejects.toThrow('Failed to write.');
  });
});
