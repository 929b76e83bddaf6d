/** What a message is found by in a list. */
export const outboxListMigration = `
alter table outbox add column channel text generated always as (json_extract(message, '$.channel')) virtual;
alter table outbox add column created_at integer generated always as (json_extract(message, '$.createdAt')) virtual;
create index outbox_by_age on outbox (created_at, id);
create index outbox_by_state on outbox (state, created_at, id);
create index outbox_of_session on outbox (session_id, created_at, id);
`;
