/** The tables of `sqlite/migrations`. Values are JSON in texts: a log is hashed as it is written, letter for letter. */
export const sessionsMigration = `
create table sessions (id text primary key, version integer not null, record text not null, wake_at bigint);
create index sessions_to_wake on sessions (wake_at) where wake_at is not null;

create table links (
  token_hash text primary key,
  session_id text not null references sessions (id)
);

create table log_entries (
  session_id text not null references sessions (id),
  seq integer not null,
  entry text not null,
  primary key (session_id, seq)
);

create table outbox (
  position bigint generated always as identity primary key,
  id text not null unique,
  session_id text not null references sessions (id),
  message text not null,
  delivery text not null,
  due_at bigint
);
create index outbox_due on outbox (due_at) where due_at is not null;

create table settings (level text primary key, settings text not null);

create table presences (agent text primary key, presence text not null);

create unlogged table attendances (
  process text not null,
  participant text not null,
  until timestamptz not null,
  primary key (process, participant)
);
create index attendances_of on attendances (participant);
`;
