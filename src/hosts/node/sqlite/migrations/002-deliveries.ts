/**
 * How far each message got, and when each session wants to be woken. What was written before this is kept, not sent: whoever started
 * those sessions has passed their links on long since. Old sessions are looked at once.
 */
export const deliveriesMigration = `
alter table sessions add column wake_at integer;
update sessions set wake_at = 0, record = json_set(
  record,
  '$.outreach', json_object(
    'lastContactAt', json_extract(record, '$.startedAt'), 'reminders', 0, 'newsAt', null, 'noticeAt', null
  ),
  '$.participants', json((
    select json_group_array(json_set(value, '$.language', 'en')) from json_each(record, '$.participants')
  ))
);
create index sessions_to_wake on sessions (wake_at) where wake_at is not null;

alter table outbox add column delivery text not null default '';
alter table outbox add column due_at integer;
update outbox set
  message = json_set(
    message,
    '$.language', 'en',
    '$.words', json_object('subject', '', 'text', '', 'action', '', 'closing', '')
  ),
  delivery = json_object('state', 'kept', 'tries', 0, 'at', json_extract(message, '$.createdAt'), 'reason', null);
create index outbox_due on outbox (due_at) where due_at is not null;
`;
