/** The tables as Kysely sees them. What is JSON in the database is a value here: `parse-json-columns.ts` reads it, writers give text. */
import type { ColumnType, Generated } from 'kysely';

import type { AgentId, ParticipantId, SessionId } from '#contract/ids.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { Delivery, OutboxMessage } from '#backend/messages/outbox-message.ts';
import type { LogEntry } from '#backend/session/session-log.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import type { AgentPresence } from '#backend/store/store.ts';

type Json<Value> = ColumnType<Value, string, string>;

export type Tables = {
  sessions: { id: SessionId; version: number; record: Json<SessionRecord>; wake_at: number | null };
  links: { token_hash: string; session_id: SessionId };
  log_entries: { session_id: SessionId; seq: number; entry: Json<LogEntry> };
  outbox: {
    position: Generated<number>;
    id: string;
    session_id: SessionId;
    message: Json<OutboxMessage>;
    delivery: Json<Delivery>;
    /** Read out of `delivery` by the database. */
    state: ColumnType<Delivery['state'], never, never>;
    due_at: number | null;
  };
  settings: { level: string; settings: Json<SettingsLevel> };
  presences: { agent: AgentId; presence: Json<AgentPresence> };
  /** Only where several processes share the database. */
  attendances: { process: string; participant: ParticipantId; until: Date };
};
