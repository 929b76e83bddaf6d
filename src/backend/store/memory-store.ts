/** The store in memory: for tests, and for browsers that let a page store nothing. Copies on the way in and out. */
import type { AgentId, SessionId } from '#contract/ids.ts';
import { countOutbox } from '#backend/messages/count-outbox.ts';
import { beginTry, dueMessages, dueSessions, dueTime, settleMessageTry, toStored } from '#backend/messages/delivery.ts';
import { queryMessages } from '#backend/messages/message-query.ts';
import type { StoredMessage } from '#backend/messages/outbox-message.ts';
import type { LogEntry } from '#backend/session/session-log.ts';
import { querySessions } from '#backend/session/session-query.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import { createAttendance } from '#backend/store/attendance.ts';
import { createMemoryPeople } from '#backend/store/memory-people.ts';
import { createMemorySettings } from '#backend/store/memory-settings.ts';
import { createMemorySystems } from '#backend/store/memory-systems.ts';
import { listStartGuards } from '#backend/store/start-guards.ts';
import { takeDue } from '#backend/store/take-due.ts';
import { createWatchers } from '#backend/store/watchers.ts';
import { type AgentPresence, type Store, type Typing, VersionConflictError } from '#backend/store/store.ts';

export function createMemoryStore(): Store {
  const sessions = new Map<SessionId, SessionRecord>();
  const sessionByLink = new Map<string, SessionId>();
  const logs = new Map<SessionId, LogEntry[]>();
  const outbox: StoredMessage[] = [];
  const wakeTimes = new Map<SessionId, number>();
  const presences = new Map<AgentId, AgentPresence>();
  const systems = createMemorySystems();
  const sessionWatchers = createWatchers<SessionId>();
  const attendance = createAttendance();
  const typingWatchers = createWatchers<SessionId, Typing>();
  const presenceWatchers = createWatchers<'all', AgentId>();

  const load = (id: SessionId | undefined) =>
    Promise.resolve(id === undefined ? undefined : structuredClone(sessions.get(id)));

  const replace = (message: StoredMessage) => {
    outbox[outbox.findIndex(({ id }) => id === message.id)] = message;
  };

  return {
    loadSession: load,
    findSessionByLink: (tokenHash) => load(sessionByLink.get(tokenHash)),
    async commitSession(commit) {
      const { record, expectedVersion, entries, outbox: messages, deliveries = [], wakeAt } = commit;
      if ((sessions.get(record.id)?.version ?? 0) !== expectedVersion) {
        throw new VersionConflictError(record.id);
      }
      for (const { query, assert } of listStartGuards(commit)) assert(querySessions([...sessions.values()], query));
      const log = logs.get(record.id) ?? [];
      const isTaken = ({ seq }: LogEntry) => seq <= log.length;
      if (entries.some(isTaken)) throw new Error(`Failed to commit session ${record.id}: its log has that entry.`);
      // Note: copied before anything is changed, so what cannot be copied leaves nothing behind.
      const kept = structuredClone({ record, entries: [...entries], messages: messages.map(toStored), deliveries });
      sessions.set(record.id, kept.record);
      for (const link of kept.record.links) sessionByLink.set(link.tokenHash, record.id);
      logs.set(record.id, [...log, ...kept.entries]);
      outbox.push(...kept.messages);
      for (const delivery of kept.deliveries) void systems.addDelivery(delivery);
      if (wakeAt === null) wakeTimes.delete(record.id);
      else if (wakeAt !== undefined) wakeTimes.set(record.id, wakeAt);
      sessionWatchers.notify(record.id);
    },
    listSessions: async (query) => structuredClone(querySessions([...sessions.values()], query)),
    readLog: async (id, after, limit) => structuredClone((logs.get(id) ?? []).slice(after, after + limit)),
    watchSession: (id, onCommit) => sessionWatchers.watch(id, onCommit),
    attend: attendance.attend,
    isThere: async (participant) => attendance.isThere(participant),
    watchAttendance: attendance.watch,
    tellTyping: async (id, typing) => typingWatchers.notify(id, typing),
    watchTyping: (id, onTyping) => typingWatchers.watch(id, onTyping),
    listOutbox: async () => structuredClone(outbox),
    listMessages: async (query) => structuredClone(queryMessages(outbox, [...sessions.values()], query)),
    async changeMessage(id, decide) {
      const known = outbox.find((message) => message.id === id);
      if (!known) return undefined;
      const next = structuredClone(decide(structuredClone(known)) ?? known);
      replace(next);
      return structuredClone(next);
    },
    countOutbox: async () => countOutbox(outbox),
    async claimMessages(claim) {
      const due = takeDue(outbox, dueTime, { ...dueMessages(claim.now), limit: claim.limit });
      const begun = due.map((message) => beginTry(message, claim));
      for (const message of begun) replace(message);
      return structuredClone(begun);
    },
    async settleMessage(id, tries, outcome) {
      const known = outbox.find((message) => message.id === id);
      const settled = known && settleMessageTry(known, tries, outcome);
      if (!settled) return;
      replace(settled);
      sessionWatchers.notify(settled.sessionId);
    },
    async claimSessions({ now, lease, limit }) {
      const due = takeDue([...wakeTimes], ([, at]) => at, { ...dueSessions(now), limit });
      for (const [id] of due) wakeTimes.set(id, now + lease);
      return due.map(([id]) => id);
    },
    loadPresence: async (agent) => structuredClone(presences.get(agent)),
    async savePresence(agent, presence) {
      presences.set(agent, structuredClone(presence));
      presenceWatchers.notify('all', agent);
    },
    watchPresence: (onChange) => presenceWatchers.watch('all', onChange),
    settings: createMemorySettings(),
    people: createMemoryPeople(),
    systems,
  };
}
