/** What a customer who was here before is found by, and a row for whoever starts an agent's only open session. */
export const contactsMigration = `
alter table sessions add column email text;
alter table sessions add column phone text;
update sessions set (email, phone) = (
  select lower(trim(json_extract(value, '$.email'))), json_extract(value, '$.phone')
  from json_each(replace(record, '\\u0000', '\\u0020'), '$.participants')
  where json_extract(value, '$.number') = 1
);
create index sessions_by_email on sessions (email, started_at, id);
create index sessions_by_phone on sessions (phone, started_at, id);

create table starting_agents (agent text primary key) strict, without rowid;
`;
