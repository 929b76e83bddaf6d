/** What every adapter of the storage port must do. */
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { type AgentId, agentIdSchema, participantIdSchema, sessionIdSchema, teamIdSchema } from '#contract/ids.ts';
import { toContact } from '#backend/session/session-query.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import { EarlierSessionError } from '#backend/store/start-guards.ts';
import { type SessionCommit, type Store, VersionConflictError } from '#backend/store/store.ts';
import {
  agent,
  buildCommit,
  buildEntry,
  buildLink,
  buildMessage,
  buildRecord,
  otherSessionId,
  sessionId,
  team,
} from '#tests/backend/store/build-record.ts';
import { describeClaims } from '#tests/backend/store/claims-suite.ts';
import { describeOutbox } from '#tests/backend/store/outbox-suite.ts';
import type { StoreHands } from '#tests/backend/store/store-hands.ts';

const someone = participantIdSchema.parse('someone');

const readSeqs = async (store: Store) => (await store.readLog(sessionId, 0, 1_000)).map(({ seq }) => seq);

/** Loads, adds one entry, commits; again from the start as long as somebody else was first. */
async function addOne(store: Store): Promise<void> {
  for (;;) {
    const current = await store.loadSession(sessionId);
    try {
      await store.commitSession(buildCommit((current?.version ?? 0) + 1));
      return;
    } catch (error) {
      if (!(error instanceof VersionConflictError)) throw error;
    }
  }
}

const spoilt = (commit: SessionCommit): SessionCommit => ({
  ...commit,
  outbox: [
    buildMessage('fine'),
    {
      ...buildMessage('spoilt'),
      get url(): string {
        throw new Error('This message cannot be stored.');
      },
    },
  ],
});

export function describeStore(name: string, open: () => Promise<StoreHands>): void {
  describeClaims(name, open);
  describeOutbox(name, open);
  describe(`The store (${name})`, () => {
    let store: Store;
    let other: Store;

    beforeEach(async () => {
      ({ store, other } = await open());
    });

    test('a session that was committed is read back whole, by anybody', async () => {
      const commit = buildCommit(1);
      await store.commitSession(commit);

      await expect(store.loadSession(sessionId)).resolves.toEqual(commit.record);
      await expect(other.loadSession(sessionId)).resolves.toEqual(commit.record);
      await expect(store.loadSession(otherSessionId)).resolves.toBeUndefined();
    });

    test('a commit writes session, links, log and outbox together', async () => {
      const record = buildRecord({ links: [buildLink('hash-of-link')] });
      await store.commitSession(buildCommit(1, { record, outbox: [buildMessage('invitation')] }));

      await expect(other.findSessionByLink('hash-of-link')).resolves.toEqual(record);
      await expect(other.readLog(sessionId, 0, 10)).resolves.toEqual([buildEntry(1)]);
      await expect(other.listOutbox()).resolves.toMatchObject([buildMessage('invitation')]);
    });

    test('a commit that fails half way leaves nothing behind', async () => {
      await store.commitSession(buildCommit(1));
      const record = buildRecord({ version: 2, links: [buildLink('new-link')] });
      await expect(store.commitSession(spoilt(buildCommit(2, { record })))).rejects.toThrow();

      await expect(store.loadSession(sessionId)).resolves.toEqual(buildCommit(1).record);
      await expect(store.findSessionByLink('new-link')).resolves.toBeUndefined();
      await expect(readSeqs(store)).resolves.toEqual([1]);
      await expect(store.listOutbox()).resolves.toEqual([]);
    });

    test('the store works on after a commit that failed', async () => {
      await expect(store.commitSession(spoilt(buildCommit(1)))).rejects.toThrow();
      await store.commitSession(buildCommit(1));
      await expect(readSeqs(other)).resolves.toEqual([1]);
    });

    test('an entry of the log is never overwritten: the whole commit is refused', async () => {
      await store.commitSession(buildCommit(1, { entries: [buildEntry(1), buildEntry(2)] }));
      const record = buildRecord({ version: 2, links: [buildLink('new-link')] });
      const taken = buildCommit(2, {
        record,
        entries: [buildEntry(2, 'again'), buildEntry(3)],
        outbox: [buildMessage('of the refused commit')],
      });
      await expect(store.commitSession(taken)).rejects.toThrow();

      await expect(store.loadSession(sessionId)).resolves.toMatchObject({ version: 1 });
      await expect(store.findSessionByLink('new-link')).resolves.toBeUndefined();
      await expect(store.readLog(sessionId, 0, 10)).resolves.toEqual([buildEntry(1), buildEntry(2)]);
      await expect(store.listOutbox()).resolves.toEqual([]);
    });

    test('a commit from an older version is refused, and nothing of it is written', async () => {
      await store.commitSession(buildCommit(1));
      await store.commitSession(buildCommit(2));
      const late = buildCommit(2, {
        record: buildRecord({ version: 2, links: [buildLink('late')], state: 'ended' }),
        entries: [buildEntry(2, 'late')],
        outbox: [buildMessage('late')],
      });
      await expect(other.commitSession(late)).rejects.toBeInstanceOf(VersionConflictError);

      await expect(store.loadSession(sessionId)).resolves.toEqual(buildCommit(2).record);
      await expect(store.findSessionByLink('late')).resolves.toBeUndefined();
      await expect(store.readLog(sessionId, 0, 10)).resolves.toEqual([buildEntry(1), buildEntry(2)]);
      await expect(store.listOutbox()).resolves.toEqual([]);
    });

    test('a session cannot be started twice, nor changed before it was started', async () => {
      await store.commitSession(buildCommit(1));
      await expect(store.commitSession(buildCommit(1))).rejects.toBeInstanceOf(VersionConflictError);
      const unknown = buildCommit(5, { record: buildRecord({ id: otherSessionId, version: 5 }) });
      await expect(store.commitSession(unknown)).rejects.toBeInstanceOf(VersionConflictError);
    });

    test('of many who commit from the same version exactly one wins', async () => {
      await store.commitSession(buildCommit(1));
      const attempts = Array.from({ length: 12 }, (_, index) =>
        (index % 2 === 0 ? store : other).commitSession(
          buildCommit(2, { entries: [buildEntry(2, `writer ${index}`)], outbox: [buildMessage(`of ${index}`)] }),
        ),
      );
      const results = await Promise.allSettled(attempts);

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(VersionConflictError);
      }
      await expect(readSeqs(store)).resolves.toEqual([1, 2]);
      await expect(store.listOutbox()).resolves.toHaveLength(1);
    });

    test('concurrent writers who try again all get through, and the log has no gap', async () => {
      await Promise.all(Array.from({ length: 12 }, (_, index) => addOne(index % 2 === 0 ? store : other)));

      await expect(store.loadSession(sessionId)).resolves.toMatchObject({ version: 12 });
      await expect(readSeqs(store)).resolves.toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    });

    test('the log is read in order, from any place, and no more of it than asked for', async () => {
      const entries = Array.from({ length: 25 }, (_, index) => buildEntry(index + 1));
      await store.commitSession(buildCommit(1, { entries: entries.slice(0, 9) }));
      await store.commitSession(buildCommit(2, { entries: entries.slice(9, 12) }));
      await store.commitSession(buildCommit(3, { entries: entries.slice(12) }));

      await expect(store.readLog(sessionId, 0, 100)).resolves.toEqual(entries);
      await expect(store.readLog(sessionId, 8, 100)).resolves.toEqual(entries.slice(8));
      await expect(store.readLog(sessionId, 8, 3)).resolves.toEqual(entries.slice(8, 11));
      await expect(store.readLog(sessionId, 25, 100)).resolves.toEqual([]);
      await expect(store.readLog(otherSessionId, 0, 100)).resolves.toEqual([]);
    });

    test('texts come back letter for letter, whatever they look like', async () => {
      const texts = [
        '{"a":1}',
        '[]',
        'null',
        '\u0000\u2028 \ud83d',
        'Zażółć 数 مرحبا 👩‍👩‍👧',
        '<script>',
        "'; drop table sessions; --",
      ];
      const entries = texts.map((text, index) => buildEntry(index + 1, text));
      await store.commitSession(buildCommit(1, { entries }));

      await expect(other.readLog(sessionId, 0, 100)).resolves.toEqual(entries);
    });

    test('a session may be large: thousands of keys, a megabyte of names', async () => {
      const appliedKeys = Array.from({ length: 5_000 }, (_, index) => ({
        key: `key-${index}`,
        intent: 'x'.repeat(200),
      }));
      const record = buildRecord({ appliedKeys });
      const entries = Array.from({ length: 1_200 }, (_, index) => buildEntry(index + 1));
      await store.commitSession(buildCommit(1, { record, entries }));

      await expect(other.loadSession(sessionId)).resolves.toEqual(record);
      await expect(other.readLog(sessionId, 0, 2_000)).resolves.toEqual(entries);
    });

    test("one session's log holds nothing of another's", async () => {
      await store.commitSession(buildCommit(1));
      await store.commitSession(
        buildCommit(1, { record: buildRecord({ id: otherSessionId }), entries: [buildEntry(1, 'other')] }),
      );

      await expect(store.readLog(sessionId, 0, 10)).resolves.toEqual([buildEntry(1)]);
      await expect(store.readLog(otherSessionId, 0, 10)).resolves.toEqual([buildEntry(1, 'other')]);
    });

    test('what was given or handed out may be changed without changing what is stored', async () => {
      const commit = buildCommit(1);
      await store.commitSession(commit);
      commit.record.settings.autoOpen = false;
      const loaded = await store.loadSession(sessionId);
      if (loaded) loaded.settings.autoOpen = false;
      const [entry] = await store.readLog(sessionId, 0, 1);
      if (entry) entry.actor.name = 'Somebody else';

      await expect(store.loadSession(sessionId)).resolves.toMatchObject({ settings: { autoOpen: true } });
      await expect(store.readLog(sessionId, 0, 1)).resolves.toEqual([buildEntry(1)]);
    });

    test('a session is found by each of its links, also by one that is expired or revoked', async () => {
      const links = [buildLink('revoked', { revokedAt: 2_000 }), buildLink('expired', { expiresAt: 0 })];
      await store.commitSession(buildCommit(1, { record: buildRecord({ links }) }));
      const more = [...links, buildLink('newest')];
      await store.commitSession(buildCommit(2, { record: buildRecord({ version: 2, links: more }) }));

      for (const { tokenHash } of more) {
        await expect(other.findSessionByLink(tokenHash)).resolves.toMatchObject({ id: sessionId, version: 2 });
      }
      await expect(store.findSessionByLink('nobody knows')).resolves.toBeUndefined();
    });

    test('the outbox keeps the order of commits, across sessions', async () => {
      await store.commitSession(buildCommit(1, { outbox: [buildMessage('z-first'), buildMessage('a-second')] }));
      await other.commitSession(
        buildCommit(1, {
          record: buildRecord({ id: otherSessionId }),
          outbox: [buildMessage('m-third', otherSessionId)],
        }),
      );
      await store.commitSession(buildCommit(2, { outbox: [buildMessage('b-fourth')] }));

      const outbox = await other.listOutbox();
      expect(outbox.map(({ id }) => id)).toEqual(['z-first', 'a-second', 'm-third', 'b-fourth']);
    });

    const buildOpen = (id: string, changes: Partial<SessionRecord> = {}) =>
      buildRecord({ id: sessionIdSchema.parse(id), links: [buildLink(`link-of-${id}`)], ...changes });

    const start = (record: SessionRecord, onlyOpen: boolean, hand = store) =>
      hand.commitSession(buildCommit(1, { record, entries: [], onlyOpen }));

    test('an agent’s only open session is the only one, and says which one is open', async () => {
      await start(buildOpen('first'), false);
      const second = start(buildOpen('second'), true, other);
      await expect(second).rejects.toMatchObject({ code: 'active-session-exists', details: { session: 'first' } });
      await expect(store.loadSession(sessionIdSchema.parse('second'))).resolves.toBeUndefined();

      await store.commitSession(
        buildCommit(2, { record: buildOpen('first', { version: 2, state: 'ended' }), entries: [], onlyOpen: true }),
      );
      await start(buildOpen('planned', { state: 'planned' }), true);
      await start(buildOpen('colleagues', { agent: { id: agentIdSchema.parse('agent-2'), name: 'Ben' } }), true);
      await start(buildOpen('nobodys', { agent: null }), true);
      await start(buildOpen('third'), true);
    });

    test('of many only open sessions of one agent that are started at once, one is', async () => {
      const attempts = Array.from({ length: 8 }, (_, index) =>
        start(buildOpen(`session-of-${index}`), true, index % 2 === 0 ? store : other),
      );
      const results = await Promise.allSettled(attempts);
      const refused = results.filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(7);
      for (const one of refused) expect(one).toMatchObject({ reason: { code: 'active-session-exists' } });
      await expect(store.listSessions({ within: null, agent, state: 'open', limit: 10 })).resolves.toHaveLength(1);
    });

    const contact = toContact('email', 'maya@example.com');
    const startFirst = (record: SessionRecord, hand = store) =>
      hand.commitSession(buildCommit(1, { record, entries: [], firstOf: contact }));

    test('the first session with a customer is the first of its agent and team, whoever else has one', async () => {
      const elsewhere = { team: teamIdSchema.parse('team-2') };
      const others: Partial<SessionRecord>[] = [
        elsewhere,
        { agent: null },
        { links: [] },
        { state: 'ended', agent: null, ...elsewhere },
      ];
      for (const [index, changes] of others.entries()) await start(buildOpen(`other-${index}`, changes), false);
      await startFirst(buildOpen('first', { state: 'ended' }));
      await expect(startFirst(buildOpen('second'), other)).rejects.toBeInstanceOf(EarlierSessionError);
      await expect(startFirst(buildOpen('third', { agent: null }), other)).rejects.toBeInstanceOf(EarlierSessionError);
      await expect(store.loadSession(sessionIdSchema.parse('second'))).resolves.toBeUndefined();
      await store.commitSession(
        buildCommit(2, { record: buildOpen('first', { version: 2 }), entries: [], firstOf: contact }),
      );
    });

    test.each([agent, null])(
      'of many first sessions with one customer that %s starts at once, one is',
      async (owner) => {
        const of = { agent: owner && { id: owner, name: 'Ada Agent' } };
        const attempts = Array.from({ length: 8 }, (_, index) =>
          startFirst(buildOpen(`session-of-${index}`, of), index % 2 === 0 ? store : other),
        );
        const refused = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'rejected');
        expect(refused).toHaveLength(7);
        for (const one of refused) expect(one).toMatchObject({ reason: { name: 'EarlierSessionError' } });
        await expect(
          store.listSessions({ within: null, agent: owner, team, contact, limit: 10 }),
        ).resolves.toHaveLength(1);
      },
    );

    test('who is continued is told of their session, not that one is open', async () => {
      await start(buildOpen('first'), true);
      const both = { record: buildOpen('second'), entries: [], firstOf: contact, onlyOpen: true };
      await expect(other.commitSession(buildCommit(1, both))).rejects.toBeInstanceOf(EarlierSessionError);
    });

    test('a session is found by its customer’s contacts, whatever the case, once somebody was let in', async () => {
      const [customer] = buildRecord().participants;
      if (!customer) throw new Error('There is no customer.');
      const participants = [{ ...customer, email: 'Maya@Example.com', phone: '+48600700842' }];
      await start(buildOpen('older', { participants, startedAt: 1_000 }), false);
      await start(buildOpen('newer', { participants, startedAt: 2_000, state: 'ended' }), false);
      await start(buildOpen('planned', { participants, startedAt: 3_000, links: [] }), false);
      await start(buildOpen('of-a-system', { participants, startedAt: 4_000, agent: null }), false);

      const find = async (kind: 'email' | 'phone', value: string, owner: AgentId | null = agent) => {
        const query = { within: null, agent: owner, team, contact: toContact(kind, value), limit: 10 };
        return (await other.listSessions(query)).map(({ id }) => id);
      };
      await expect(find('email', ' MAYA@example.COM ')).resolves.toEqual(['newer', 'older']);
      await expect(find('phone', '+48600700842')).resolves.toEqual(['newer', 'older']);
      await expect(find('email', 'maya@example.com', null)).resolves.toEqual(['of-a-system']);
      await expect(find('phone', '+48600700843')).resolves.toEqual([]);
      await expect(find('email', '%')).resolves.toEqual([]);
    });

    test("an agent's presence is unknown until told, then the latest", async () => {
      await expect(store.loadPresence(agent)).resolves.toBeUndefined();
      await store.savePresence(agent, { connected: true, changedAt: 1 });
      await store.savePresence(agent, { connected: false, changedAt: 2 });
      await expect(other.loadPresence(agent)).resolves.toEqual({ connected: false, changedAt: 2 });
    });

    describe.each([
      { who: 'this hand', writer: () => store },
      { who: 'another hand', writer: () => other },
    ])('watching what $who writes', ({ writer }) => {
      test('a commit is told when it can be read', async () => {
        const seen = new Promise<number | undefined>((resolve, reject) => {
          store.watchSession(sessionId, () => {
            store.loadSession(sessionId).then((record) => resolve(record?.version), reject);
          });
        });
        await writer().commitSession(buildCommit(1));
        await expect(seen).resolves.toBe(1);
      });

      test('presence is told with the agent it is about', async () => {
        const seen = new Promise((resolve) => {
          store.watchPresence(resolve);
        });
        await writer().savePresence(agent, { connected: true, changedAt: 1 });
        await expect(seen).resolves.toBe(agent);
      });

      test('somebody who is writing is told to who watches that session, as it was said', async () => {
        const elsewhere = vi.fn<() => void>();
        store.watchTyping(otherSessionId, elsewhere);
        const heard = new Promise((resolve) => {
          store.watchTyping(sessionId, resolve);
        });
        const typing = { from: 'customer', name: 'Zoë van den Berg \u{1F58A}' } as const;
        await writer().tellTyping(sessionId, typing);
        await expect(heard).resolves.toEqual(typing);
        expect(elsewhere).not.toHaveBeenCalled();
      });

      test('whoever comes and goes is told once it can be read', async () => {
        const seen: boolean[] = [];
        const look = () => void store.isThere(someone).then((isThere) => seen.push(isThere));
        const stop = store.watchAttendance(someone, look);
        const leave = writer().attend(someone);
        await expect.poll(() => seen.at(-1)).toBe(true);
        leave();
        await expect.poll(() => seen.at(-1)).toBe(false);
        stop();
      });

      test('only the watched session is told, and nobody who stopped', async () => {
        const stopped = vi.fn<() => void>();
        const elsewhere = vi.fn<() => void>();
        store.watchSession(sessionId, stopped)();
        store.watchSession(otherSessionId, elsewhere);
        const seen = new Promise<void>((resolve) => {
          store.watchSession(sessionId, resolve);
        });
        await writer().commitSession(buildCommit(1));
        await seen;
        expect(stopped).not.toHaveBeenCalled();
        expect(elsewhere).not.toHaveBeenCalled();
      });

      test('a refused commit is not told', async () => {
        const told: (number | undefined)[] = [];
        store.watchSession(sessionId, () => {
          void store.loadSession(sessionId).then((record) => told.push(record?.version));
        });
        // Note: word of a commit may come late, so that of the first is waited for.
        await store.commitSession(buildCommit(1));
        await expect.poll(() => told).toEqual([1]);
        await expect(writer().commitSession(buildCommit(1))).rejects.toBeInstanceOf(VersionConflictError);
        await writer().commitSession(buildCommit(2));
        await expect.poll(() => told).toContain(2);
        expect(told).toEqual([1, 2]);
      });
    });
  });
}
