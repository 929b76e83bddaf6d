/** The state of each delivery where it can be counted without reading the delivery. */
export const webhookStatesMigration = `
alter table webhook_deliveries add column state text generated always as (json_extract(delivery, '$.state')) virtual;
create index webhook_deliveries_states on webhook_deliveries (state);
`;
