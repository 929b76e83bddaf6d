/** The tables of `sqlite/migrations/001-sessions.ts`. Values are JSON in texts: a log is hashed as it is written, letter for letter. */
export const sessionsMigration = `
create table sessions (id text primary key, version integer not null, record text not null);

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
  message text not null
);

create table settings (level text primary key, settings text not null);

create table presences (agent text primary key, presence text not null);
`;
