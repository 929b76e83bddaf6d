/**
 * The storage port, in domain words. One shared suite (`tests/backend/store/store-suite.ts`) holds for every adapter:
 * a commit is all or nothing, guarded by the session's version; what it wrote is read back by whoever asks next.
 */
import type { AgentId, ParticipantId, SessionId } from '#contract/ids.ts';
import type { OutboxCount } from '#backend/messages/count-outbox.ts';
import type { Claim, Outcome } from '#backend/messages/delivery.ts';
import type { MessageQuery } from '#backend/messages/message-query.ts';
import type { OutboxMessage, StoredMessage } from '#backend/messages/outbox-message.ts';
import type { LogEntry } from '#backend/session/session-log.ts';
import type { Contact, SessionQuery } from '#backend/session/session-query.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import type { PeopleStore } from '#backend/store/people-store.ts';
import type { SettingsStore } from '#backend/store/settings-store.ts';
import type { SystemsStore } from '#backend/store/systems-store.ts';
import type { StoredDelivery } from '#backend/systems/webhook-record.ts';

export type SessionCommit = {
  record: SessionRecord;
  /** The version the change was made from; 0 = the session is new. */
  expectedVersion: number;
  /** Appended in order; the first follows the newest one stored. */
  entries: readonly LogEntry[];
  outbox: readonly OutboxMessage[];
  /** What the business's systems are told of it. */
  deliveries?: readonly StoredDelivery[];
  /** When the session wants to be woken; null = never, absent = as it was. */
  wakeAt?: number | null;
  /** Only while no other session of the same agent is open, whoever else starts one at this moment. */
  onlyOpen?: boolean;
  /** Only while no other session of the same agent (or of systems) and team is with this contact, whoever else starts one at this moment. */
  firstOf?: Contact | null;
};

/** Somebody else committed first. Nothing of this commit was written; load again and decide anew. */
export class VersionConflictError extends Error {
  constructor(what: string) {
    super(`Failed to commit ${what}: it changed since it was loaded.`);
    this.name = 'VersionConflictError';
  }
}

/** `idleSince`: absent while the agent is at work. `connectedUntil`: absent = until it is said otherwise (`domain/agent-activity.ts`). */
export type AgentPresence = { connected: boolean; idleSince?: number; connectedUntil?: number; changedAt: number };

/** Whose side somebody is on who is writing, and what they are called there. */
export type Typing = { from: 'customer' | 'agent'; name: string };

export type Store = {
  loadSession: (id: SessionId) => Promise<SessionRecord | undefined>;
  /** By the SHA-256 (hex) of a link token; also finds links that are expired or revoked. */
  findSessionByLink: (tokenHash: string) => Promise<SessionRecord | undefined>;
  /**
   * All or nothing; a log entry whose number is taken is refused as well. @throws {VersionConflictError}; {EarlierSessionError} against
   * `firstOf`, `active-session-exists` against `onlyOpen` (`start-guards.ts`); and `service-unavailable` (`storage-outage.ts`) when nobody knows: the commit may have been done
   * and its answer lost.
   */
  commitSession: (commit: SessionCommit) => Promise<void>;
  /** Newest first. */
  listSessions: (query: SessionQuery) => Promise<SessionRecord[]>;
  /** Entries with `seq > after`, oldest first, at most `limit`. */
  readLog: (id: SessionId, after: number, limit: number) => Promise<LogEntry[]>;
  /** Calls back after every commit to this session, also those of other tabs or processes. Returns how to stop. */
  watchSession: (id: SessionId, onCommit: () => void) => () => void;
  /** A page on which this participant is there, until it is undone, or until the tab or the process is gone. Leaves no trace. */
  attend: (participant: ParticipantId) => () => void;
  /** Whether they are there at this moment, also in other tabs or processes. */
  isThere: (participant: ParticipantId) => Promise<boolean>;
  /** Calls back when this participant came or went, also in other tabs or processes; nobody says so of a tab or a process that died. */
  watchAttendance: (participant: ParticipantId, onChange: () => void) => () => void;
  /** A word to whoever watches at this moment, also in other tabs or processes. Leaves no trace. */
  tellTyping: (id: SessionId, typing: Typing) => Promise<void>;
  watchTyping: (id: SessionId, onTyping: (typing: Typing) => void) => () => void;
  /** Oldest first. */
  listOutbox: () => Promise<StoredMessage[]>;
  /** Newest first. Reads what the query may see, never all there is. */
  listMessages: (query: MessageQuery) => Promise<StoredMessage[]>;
  /**
   * Reads the message and writes what is decided in one step; null leaves it as it is. Gives it as it is then, undefined when there is
   * none. Says nothing to who watches. @throws what `decide` throws, and nothing was written.
   */
  changeMessage: (
    id: string,
    decide: (message: StoredMessage) => StoredMessage | null,
  ) => Promise<StoredMessage | undefined>;
  countOutbox: () => Promise<OutboxCount>;
  /** Messages that are due, for the caller alone until the lease runs out; each has begun a try (`messages/delivery.ts`). */
  claimMessages: (claim: Claim) => Promise<StoredMessage[]>;
  /**
   * What came of try number `tries`; says nothing when another try began or the message is settled. Where QA looks on, those who watch
   * the session are told.
   */
  settleMessage: (id: string, tries: number, outcome: Outcome) => Promise<void>;
  /** Sessions that want to be woken, for the caller alone until the lease runs out; a commit sets the next time. */
  claimSessions: (claim: Claim) => Promise<SessionId[]>;
  loadPresence: (agent: AgentId) => Promise<AgentPresence | undefined>;
  savePresence: (agent: AgentId, presence: AgentPresence) => Promise<void>;
  watchPresence: (onChange: (agent: AgentId) => void) => () => void;
  settings: SettingsStore;
  people: PeopleStore;
  systems: SystemsStore;
};
