/** The state of each message where it can be counted without reading the message. */
export const deliveryStatesMigration = `
alter table outbox add column state text generated always as (delivery::json ->> 'state') stored;
create index outbox_states on outbox (state);
`;
