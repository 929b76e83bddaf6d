/** What every adapter of the storage port must do with people, their sign-ins, and the list of sessions. */
import { beforeEach, describe, expect, test } from 'vitest';

import { agentIdSchema, sessionIdSchema, teamIdSchema } from '#contract/ids.ts';
import type { PersonRecord, SignInRecord } from '#backend/people/person-record.ts';
import type { SessionQuery } from '#backend/session/session-query.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import { type Store, VersionConflictError } from '#backend/store/store.ts';
import { agent, buildCommit, buildRecord, team } from '#tests/backend/store/build-record.ts';
import type { StoreHands } from '#tests/backend/store/store-hands.ts';

const otherAgent = agentIdSchema.parse('agent-2');
const otherTeam = teamIdSchema.parse('team-2');

const buildPerson = (id: string, changes: Partial<PersonRecord> = {}): PersonRecord => ({
  id: agentIdSchema.parse(id),
  name: 'Ada {"a":1} \u0000',
  email: `${id}@example.com`,
  role: 'agent',
  team,
  otherTeams: [otherTeam],
  isDisabled: false,
  passwordHash: null,
  passwordLink: { secretHash: 'secret', expiresAt: 5_000 },
  signInEpoch: 0,
  ...changes,
});

const buildSignIn = (tokenHash: string, expiresAt = 9_000): SignInRecord => ({
  tokenHash,
  person: agent,
  epoch: 0,
  createdAt: 1_000,
  lastSeenAt: 1_000,
  expiresAt,
});

export function describePeople(name: string, open: () => Promise<StoreHands>): void {
  describe(`People in the store (${name})`, () => {
    let store: Store;
    let other: Store;

    beforeEach(async () => {
      ({ store, other } = await open());
    });

    test('there is nobody before the first change', async () => {
      await expect(store.people.loadDirectory()).resolves.toEqual({ version: 0, people: [], teams: [] });
      await expect(store.people.findPerson(agent)).resolves.toBeUndefined();
      await expect(store.people.findPersonByEmail('agent-1@example.com')).resolves.toBeUndefined();
    });

    test('who was added is found by anybody, by id and by email, and changed as a whole', async () => {
      const [ada, ben] = [buildPerson('agent-1'), buildPerson('agent-2')];
      const teams = [{ id: team, name: 'North \u0000' }];
      await store.people.changeDirectory({ expectedVersion: 0, people: [ada, ben], teams });
      const changed = { ...ada, email: 'ada@example.com', passwordHash: 'hash', passwordLink: null };
      await other.people.changeDirectory({ expectedVersion: 1, people: [changed], teams: [] });

      await expect(store.people.loadDirectory()).resolves.toEqual({ version: 2, people: [changed, ben], teams });
      await expect(store.people.findPerson(ada.id)).resolves.toEqual(changed);
      await expect(store.people.findPersonByEmail('ada@example.com')).resolves.toEqual(changed);
      await expect(store.people.findPersonByEmail('agent-1@example.com')).resolves.toBeUndefined();
    });

    test('of many who change the directory at once from one version exactly one does', async () => {
      const attempts = Array.from({ length: 8 }, (_, index) =>
        (index % 2 === 0 ? store : other).people.changeDirectory({
          expectedVersion: 0,
          people: [buildPerson(`agent-${index}`)],
          teams: [{ id: otherTeam, name: `${index}` }],
        }),
      );
      const results = await Promise.allSettled(attempts);

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(VersionConflictError);
      }
      const { version, people, teams } = await other.people.loadDirectory();
      expect([version, people.length, teams.length]).toEqual([1, 1, 1]);
    });

    test('a sign-in is there until it is deleted, or swept when it is over', async () => {
      for (const one of [buildSignIn('a'), buildSignIn('b'), buildSignIn('over', 2_000)]) {
        await store.people.saveSignIn(one);
      }
      await store.people.saveSignIn({ ...buildSignIn('a'), lastSeenAt: 3_000 });
      await other.people.deleteSignIn('b');
      await other.people.sweepSignIns(2_000, 0);

      await expect(store.people.findSignIn('a')).resolves.toEqual({ ...buildSignIn('a'), lastSeenAt: 3_000 });
      await expect(store.people.findSignIn('b')).resolves.toBeUndefined();
      await expect(store.people.findSignIn('over')).resolves.toBeUndefined();
    });

    test('of many tries at once each is counted by one', async () => {
      await expect(store.people.loadTries('ada')).resolves.toMatchObject({ failed: 0 });
      const count = (expected: number) => {
        const attempts = Array.from({ length: 6 }, (_, index) =>
          (index % 2 === 0 ? store : other).people.saveTries('ada', { failed: expected + 1, lastAt: 7 }, expected),
        );
        return Promise.allSettled(attempts);
      };
      for (const expected of [0, 1]) {
        const results = await count(expected);
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      }
      await expect(other.people.loadTries('ada')).resolves.toEqual({ failed: 2, lastAt: 7 });
      await other.people.saveTries('ben', { failed: 1, lastAt: 8 }, 0);

      await store.people.sweepSignIns(0, 8);
      await expect(other.people.loadTries('ada')).resolves.toMatchObject({ failed: 0 });
      await expect(store.people.loadTries('ben')).resolves.toEqual({ failed: 1, lastAt: 8 });
      await store.people.forgetTries('ben');
      await expect(other.people.loadTries('ben')).resolves.toMatchObject({ failed: 0 });
    });
  });

  describe(`The list of sessions (${name})`, () => {
    let store: Store;

    const start = async (id: string, startedAt: number, changes: Partial<SessionRecord> = {}) => {
      const record = buildRecord({ id: sessionIdSchema.parse(id), startedAt, ...changes });
      await store.commitSession(buildCommit(1, { record }));
    };
    const list = async (query: Partial<SessionQuery> = {}) =>
      (await store.listSessions({ within: null, limit: 10, ...query })).map(({ id }) => id);
    const customer = (name: string, email: string | null, phone: string | null) => ({
      participants: buildRecord().participants.map((one) => ({ ...one, name, email, phone })),
    });

    beforeEach(async () => {
      ({ store } = await open());
      await start('s-1', 1_000, customer('Żaneta 100%\u0000', null, '+48600700842'));
      await start('s-2', 2_000, {
        agent: { id: otherAgent, name: 'Ben' },
        ...customer('Cleo', 'CLEO@example.com', null),
      });
      await start('s-3', 2_000, { team: otherTeam });
      await start('s-4', 3_000, { team: otherTeam, agent: null, state: 'ended' });
    });

    test('is the newest first, page by page, also of those that began at once', async () => {
      await expect(list()).resolves.toEqual(['s-4', 's-3', 's-2', 's-1']);
      await expect(list({ limit: 2 })).resolves.toEqual(['s-4', 's-3']);
      const after = { startedAt: 2_000, id: sessionIdSchema.parse('s-3') };
      await expect(list({ limit: 2, after })).resolves.toEqual(['s-2', 's-1']);
    });

    test('is of an agent, or of teams as well, and no further', async () => {
      await expect(list({ within: { agent: otherAgent, teams: [] } })).resolves.toEqual(['s-2']);
      await expect(list({ within: { agent: otherAgent, teams: [otherTeam] } })).resolves.toEqual(['s-4', 's-3', 's-2']);
      await expect(list({ within: { agent: otherAgent, teams: [] }, agent })).resolves.toEqual([]);
    });

    test.each<[string, Partial<SessionQuery>, string[]]>([
      ['a state', { state: 'ended' }, ['s-4']],
      ['a team', { team: otherTeam }, ['s-4', 's-3']],
      ['an agent', { agent }, ['s-3', 's-1']],
      ['part of a name', { search: 'żan' }, ['s-1']],
      ['part of an email', { search: 'cleo@ex' }, ['s-2']],
      ['part of a number', { search: '700842' }, ['s-1']],
      ['a sign that means something to databases', { search: '%' }, ['s-1']],
      ['another', { search: '_' }, []],
      ['what nobody is called', { search: "'; drop table sessions; --" }, []],
    ])('is searched by %s', async (_, query, expected) => {
      await expect(list(query)).resolves.toEqual(expected);
    });

    test('follows what a session became', async () => {
      await store.commitSession(
        buildCommit(2, { record: buildRecord({ id: sessionIdSchema.parse('s-3'), version: 2, state: 'ended' }) }),
      );
      await expect(list({ state: 'ended' })).resolves.toContain('s-3');
    });
  });
}
