/** Webhooks, and what is delivered to them. Note: no reference between the two, or a webhook that was just removed would fail a customer's commit. */
export const webhooksMigration = `
create table webhooks (
  position bigint generated always as identity primary key,
  id text not null unique,
  webhook text not null
);

create table webhook_deliveries (
  position bigint generated always as identity primary key,
  id text not null unique,
  webhook_id text not null,
  event text not null,
  delivery text not null,
  due_at bigint,
  settled_at bigint
);
create index webhook_deliveries_due on webhook_deliveries (due_at) where due_at is not null;
create index webhook_deliveries_settled on webhook_deliveries (settled_at) where settled_at is not null;
create index webhook_deliveries_of on webhook_deliveries (webhook_id, position);
`;
