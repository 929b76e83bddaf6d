/** People, their teams and how they are signed in; and what a session is found by in a list. */
export const peopleMigration = `
create table directory (id integer primary key check (id = 1), version integer not null) strict;
insert into directory values (1, 0);

create table people (id text primary key, email text not null unique, person text not null) strict, without rowid;
create table teams (id text primary key, details text not null) strict, without rowid;

create table sign_ins (token_hash text primary key, expires_at integer not null, sign_in text not null) strict, without rowid;
create index sign_ins_expired on sign_ins (expires_at);

create table sign_in_tries (counted_for text primary key, failed integer not null, last_at integer not null) strict, without rowid;
create index sign_in_tries_old on sign_in_tries (last_at);

alter table sessions add column started_at integer not null default 0;
alter table sessions add column agent text;
alter table sessions add column team text not null default '';
alter table sessions add column state text not null default 'open';
alter table sessions add column customer text not null default '';
update sessions set
  started_at = json_extract(record, '$.startedAt'),
  agent = json_extract(record, '$.agent.id'),
  team = json_extract(record, '$.team'),
  state = json_extract(record, '$.state'),
  customer = (
    select coalesce(group_concat(
      lower(json_extract(value, '$.name') || ' ' || coalesce(json_extract(value, '$.email'), '') || ' ' || coalesce(json_extract(value, '$.phone'), '')),
      char(10)
    ), '') from json_each(replace(record, '\\u0000', '\\u0020'), '$.participants')
  );
create index sessions_by_age on sessions (started_at, id);
create index sessions_of_agent on sessions (agent, started_at, id);
create index sessions_of_team on sessions (team, started_at, id);
`;
