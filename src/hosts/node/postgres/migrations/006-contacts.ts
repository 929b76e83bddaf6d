/** The columns of `sqlite/migrations/007-contacts.ts`. */
export const contactsMigration = `
alter table sessions
  add column email text,
  add column phone text;
update sessions set
  email = lower(trim(customer.one ->> 'email')),
  phone = customer.one ->> 'phone'
from (
  select known.id, one
  from (
    select id, regexp_replace(record, '\\\\u(0000|[dD][89a-fA-F][0-9a-fA-F]{2})', '\\\\u0020', 'g')::json as parsed from sessions
  ) as known, json_array_elements(known.parsed -> 'participants') as one
  where one ->> 'number' = '1'
) as customer
where customer.id = sessions.id;
create index sessions_by_email on sessions (email, started_at, id);
create index sessions_by_phone on sessions (phone, started_at, id);

create table starting_agents (agent text primary key);
`;
