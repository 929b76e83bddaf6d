/** The storage port on IndexedDB: a commit is one transaction over everything it writes, guarded by the session's version. */
import type { AgentId, SessionId } from '#contract/ids.ts';
import { countOutbox } from '#backend/messages/count-outbox.ts';
import { type SessionCommit, type Store, type Typing, VersionConflictError } from '#backend/store/store.ts';
import { queryMessages } from '#backend/messages/message-query.ts';
import { toStored } from '#backend/messages/delivery.ts';
import { querySessions } from '#backend/session/session-query.ts';
import { listStartGuards } from '#backend/store/start-guards.ts';
import { createWatchers } from '#backend/store/watchers.ts';
import { createIndexedDbClaims } from '#hosts/browser/indexeddb-claims.ts';
import { createIndexedDbPeople } from '#hosts/browser/indexeddb-people.ts';
import { createIndexedDbSettings } from '#hosts/browser/indexeddb-settings.ts';
import { createIndexedDbSystems } from '#hosts/browser/indexeddb-systems.ts';
import type { Database } from '#hosts/browser/open-database.ts';
import { createTabAttendance } from '#hosts/browser/tab-attendance.ts';
import type { TabChannel } from '#hosts/browser/tab-channel.ts';

export function createIndexedDbStore(database: Database, channel: TabChannel): Store {
  const sessionWatchers = createWatchers<SessionId>();
  const presenceWatchers = createWatchers<'all', AgentId>();
  const typingWatchers = createWatchers<SessionId, Typing>();

  channel.listen((news) => {
    if (news.kind === 'session') sessionWatchers.notify(news.session);
    if (news.kind === 'presence') presenceWatchers.notify('all', news.agent);
    if (news.kind === 'typing') typingWatchers.notify(news.session, news.typing);
  });

  const tell = (session: SessionId) => {
    sessionWatchers.notify(session);
    channel.tell({ kind: 'session', session });
  };

  return {
    loadSession: (id) => database.get('sessions', id),
    async findSessionByLink(tokenHash) {
      const transaction = database.transaction(['links', 'sessions']);
      const id = await transaction.objectStore('links').get(tokenHash);
      return id === undefined ? undefined : transaction.objectStore('sessions').get(id);
    },
    async commitSession(commit) {
      await commitAtOnce(database, commit);
      tell(commit.record.id);
    },
    listSessions: async (query) => querySessions(await database.getAll('sessions'), query),
    readLog: (id, after, limit) => database.getAll('log', IDBKeyRange.bound([id, after], [id, Infinity], true), limit),
    watchSession: (id, onCommit) => sessionWatchers.watch(id, onCommit),
    ...createTabAttendance(database.name, channel),
    tellTyping: async (session, typing) => {
      typingWatchers.notify(session, typing);
      channel.tell({ kind: 'typing', session, typing });
    },
    watchTyping: (id, onTyping) => typingWatchers.watch(id, onTyping),
    listOutbox: () => database.getAll('outbox'),
    async listMessages(query) {
      const [messages, sessions] = await Promise.all([database.getAll('outbox'), database.getAll('sessions')]);
      return queryMessages(messages, sessions, query);
    },
    countOutbox: async () => countOutbox(await database.getAll('outbox')),
    ...createIndexedDbClaims(database, tell),
    loadPresence: (agent) => database.get('presence', agent),
    async savePresence(agent, presence) {
      await database.put('presence', presence, agent);
      presenceWatchers.notify('all', agent);
      channel.tell({ kind: 'presence', agent });
    },
    watchPresence: (onChange) => presenceWatchers.watch('all', onChange),
    settings: createIndexedDbSettings(database, channel),
    people: createIndexedDbPeople(database),
    systems: createIndexedDbSystems(database),
  };
}

async function commitAtOnce(database: Database, commit: SessionCommit): Promise<void> {
  // Note: what cannot be stored fails here, before anything is written.
  const { record, expectedVersion, entries, outbox, deliveries = [], wakeAt } = structuredClone(commit);
  const transaction = database.transaction(['sessions', 'links', 'log', 'outbox', 'deliveries', 'wakes'], 'readwrite');
  try {
    const sessions = transaction.objectStore('sessions');
    const known = await sessions.get(record.id);
    if ((known?.version ?? 0) !== expectedVersion) throw new VersionConflictError(record.id);
    for (const { query, assert } of listStartGuards(commit)) assert(querySessions(await sessions.getAll(), query));
    await Promise.all([
      sessions.put(record, record.id),
      ...record.links.map((link) => transaction.objectStore('links').put(record.id, link.tokenHash)),
      ...entries.map((entry) => transaction.objectStore('log').add(entry, [record.id, entry.seq])),
      ...outbox.map((message) => transaction.objectStore('outbox').add(toStored(message))),
      ...deliveries.map((delivery) => transaction.objectStore('deliveries').add(delivery)),
      wakeAt === null && transaction.objectStore('wakes').delete(record.id),
      typeof wakeAt === 'number' && transaction.objectStore('wakes').put({ at: wakeAt }, record.id),
      transaction.done,
    ]);
  } catch (error) {
    await abandon(transaction);
    throw error;
  }
}

/** Takes back what was written so far; a transaction that failed by itself is over already. */
async function abandon(transaction: { abort: () => void; done: Promise<void> }): Promise<void> {
  const isOver = transaction.done.then(
    () => undefined,
    () => undefined,
  );
  try {
    transaction.abort();
  } catch {
    // Aborted by the failure that brought us here.
  }
  await isOver;
}
