/** The tables as Kysely sees them. What is JSON in the database is a value here: `parse-json-columns.ts` reads it, writers give text. */
import type { ColumnType, Generated } from 'kysely';

import type { AgentId, ParticipantId, SessionId, TeamId, WebhookId } from '#contract/ids.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { WebhookEvent } from '#contract/webhook.ts';
import type { Delivery, OutboxMessage } from '#backend/messages/outbox-message.ts';
import type { PersonRecord, SignInRecord, TeamRecord } from '#backend/people/person-record.ts';
import type { LogEntry } from '#backend/session/session-log.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import type { SettingsLogRecord } from '#backend/store/settings-store.ts';
import type { AgentPresence } from '#backend/store/store.ts';
import type { KeyRecord } from '#backend/systems/key-record.ts';
import type { WebhookRecord } from '#backend/systems/webhook-record.ts';

type Json<Value> = ColumnType<Value, string, string>;

export type Tables = {
  sessions: {
    id: SessionId;
    version: number;
    record: Json<SessionRecord>;
    wake_at: number | null;
    /** What it is found by in a list. */
    started_at: number;
    agent: AgentId | null;
    team: TeamId;
    state: SessionRecord['state'];
    customer: string;
    email: string | null;
    phone: string | null;
  };
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
    /** Read out of `message` by the database. */
    channel: ColumnType<OutboxMessage['channel'], never, never>;
    created_at: ColumnType<number, never, never>;
    due_at: number | null;
  };
  settings: { level: string; version: number; settings: Json<SettingsLevel> };
  settings_log: { level: string; version: number; entry: Json<SettingsLogRecord> };
  /** One row: the version of people and teams together. */
  directory: { id: 1; version: number };
  people: { id: AgentId; email: string; person: Json<PersonRecord> };
  teams: { id: TeamId; details: Json<TeamRecord> };
  sign_ins: { token_hash: string; expires_at: number; sign_in: Json<SignInRecord> };
  sign_in_tries: { counted_for: string; failed: number; last_at: number };
  api_keys: {
    position: Generated<number>;
    id: AgentId;
    secret_hash: string;
    last_used_on: string | null;
    api_key: Json<Omit<KeyRecord, 'lastUsedOn'>>;
  };
  webhooks: { position: Generated<number>; id: WebhookId; webhook: Json<WebhookRecord> };
  webhook_deliveries: {
    position: Generated<number>;
    id: string;
    webhook_id: WebhookId;
    event: Json<WebhookEvent>;
    delivery: Json<Delivery>;
    due_at: number | null;
    settled_at: number | null;
    state: ColumnType<Delivery['state'], never, never>;
  };
  /** A row that whoever starts an agent's only open session holds while they do. */
  starting_agents: { agent: AgentId | TeamId };
  presences: { agent: AgentId; presence: Json<AgentPresence> };
  /** Only where several processes share the database. */
  call_counts: { key: string; used: number; ends_at: Date; changed_at: Date };
  /** Only where several processes share the database. */
  attendances: { process: string; participant: ParticipantId; until: Date };
};
