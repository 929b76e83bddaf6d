/**
 * What a message is found by in a list. Note: read from the letters, because what is escaped in a name (a zero, half a letter) is no JSON to
 * PostgreSQL; within a text every quotation mark is escaped, so that none can pretend to be a field.
 */
export const outboxListMigration = `
alter table outbox
  add column channel text generated always as (substring(message from '"channel":"([a-z]+)"')) stored,
  add column created_at bigint generated always as (substring(message from '"createdAt":([0-9]+)')::bigint) stored;
create index outbox_by_age on outbox (created_at, id);
create index outbox_by_state on outbox (state, created_at, id);
create index outbox_of_session on outbox (session_id, created_at, id);
`;
