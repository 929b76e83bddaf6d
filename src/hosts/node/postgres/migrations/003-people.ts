/**
 * The tables of `sqlite/migrations/004-people.ts`. Note: what is escaped in a record's texts (zeros, halves of letters) cannot be a text of
 * PostgreSQL, and is left out of what a session is found by.
 */
export const peopleMigration = `
create table directory (id integer primary key check (id = 1), version integer not null);
insert into directory values (1, 0);

create table people (id text primary key, email text not null unique, person text not null);
create table teams (id text primary key, details text not null);

create table sign_ins (token_hash text primary key, expires_at bigint not null, sign_in text not null);
create index sign_ins_expired on sign_ins (expires_at);

create table sign_in_tries (counted_for text primary key, failed integer not null, last_at bigint not null);
create index sign_in_tries_old on sign_in_tries (last_at);

alter table sessions
  add column started_at bigint not null default 0,
  add column agent text,
  add column team text not null default '',
  add column state text not null default 'open',
  add column customer text not null default '';
update sessions set
  started_at = (known.parsed ->> 'startedAt')::bigint,
  agent = known.parsed -> 'agent' ->> 'id',
  team = known.parsed ->> 'team',
  state = known.parsed ->> 'state',
  customer = (
    select coalesce(string_agg(lower(concat_ws(' ', one ->> 'name', one ->> 'email', one ->> 'phone')), chr(10)), '')
    from json_array_elements(known.parsed -> 'participants') as one
  )
from (
  select id, regexp_replace(record, '\\\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\\\\u0020', 'g')::json as parsed from sessions
) as known
where known.id = sessions.id;
create index sessions_by_age on sessions (started_at, id);
create index sessions_of_agent on sessions (agent, started_at, id);
create index sessions_of_team on sessions (team, started_at, id);
`;
