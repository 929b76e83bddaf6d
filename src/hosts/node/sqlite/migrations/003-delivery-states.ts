/** The state of each message where it can be counted without reading the message. */
export const deliveryStatesMigration = `
alter table outbox add column state text generated always as (json_extract(delivery, '$.state')) virtual;
create index outbox_states on outbox (state);
`;
