/** The store in memory: for tests, and for browsers that let a page store nothing. Copies on the way in and out. */
import type { AgentId, SessionId, TeamId } from '#contract/ids.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { OutboxMessage } from '#backend/messages/outbox-message.ts';
import type { LogEntry } from '#backend/session/session-log.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import { createWatchers } from '#backend/store/watchers.ts';
import { type AgentPresence, type Store, VersionConflictError } from '#backend/store/store.ts';

export function createMemoryStore(): Store {
  const sessions = new Map<SessionId, SessionRecord>();
  const sessionByLink = new Map<string, SessionId>();
  const logs = new Map<SessionId, LogEntry[]>();
  const outbox: OutboxMessage[] = [];
  const teams = new Map<TeamId, SettingsLevel>();
  const presences = new Map<AgentId, AgentPresence>();
  let system: SettingsLevel = {};
  const sessionWatchers = createWatchers<SessionId>();
  const presenceWatchers = createWatchers<'all', AgentId>();

  const load = (id: SessionId | undefined) =>
    Promise.resolve(id === undefined ? undefined : structuredClone(sessions.get(id)));

  return {
    loadSession: load,
    findSessionByLink: (tokenHash) => load(sessionByLink.get(tokenHash)),
    async commitSession({ record, expectedVersion, entries, outbox: messages }) {
      if ((sessions.get(record.id)?.version ?? 0) !== expectedVersion) {
        throw new VersionConflictError(record.id);
      }
      const log = logs.get(record.id) ?? [];
      const isTaken = ({ seq }: LogEntry) => seq <= log.length;
      if (entries.some(isTaken)) throw new Error(`Failed to commit session ${record.id}: its log has that entry.`);
      // Note: copied before anything is changed, so what cannot be copied leaves nothing behind.
      const kept = structuredClone({ record, entries: [...entries], messages: [...messages] });
      sessions.set(record.id, kept.record);
      for (const link of kept.record.links) sessionByLink.set(link.tokenHash, record.id);
      logs.set(record.id, [...log, ...kept.entries]);
      outbox.push(...kept.messages);
      sessionWatchers.notify(record.id);
    },
    readLog: async (id, after, limit) => structuredClone((logs.get(id) ?? []).slice(after, after + limit)),
    watchSession: (id, onCommit) => sessionWatchers.watch(id, onCommit),
    listOutbox: async () => structuredClone(outbox),
    loadSystemSettings: async () => structuredClone(system),
    async saveSystemSettings(settings) {
      system = structuredClone(settings);
    },
    loadTeamSettings: async (team) => structuredClone(teams.get(team) ?? {}),
    async saveTeamSettings(team, settings) {
      teams.set(team, structuredClone(settings));
    },
    loadPresence: async (agent) => structuredClone(presences.get(agent)),
    async savePresence(agent, presence) {
      presences.set(agent, structuredClone(presence));
      presenceWatchers.notify('all', agent);
    },
    watchPresence: (onChange) => presenceWatchers.watch('all', onChange),
  };
}
