/** Sessions with their links, logs and messages; settings and presence. Values are JSON, written and read whole. */
export const sessionsMigration = `
create table sessions (id text primary key, version integer not null, record text not null) strict;

create table links (
  token_hash text primary key,
  session_id text not null references sessions (id)
) strict, without rowid;

create table log_entries (
  session_id text not null references sessions (id),
  seq integer not null,
  entry text not null,
  primary key (session_id, seq)
) strict, without rowid;

create table outbox (
  position integer primary key autoincrement,
  id text not null unique,
  session_id text not null references sessions (id),
  message text not null
) strict;

create table settings (level text primary key, settings text not null) strict, without rowid;

create table presences (agent text primary key, presence text not null) strict, without rowid;
`;
