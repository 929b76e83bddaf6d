/** In order; a database remembers how many of them it has been through. One that was released is never changed. */
import { sessionsMigration } from '#hosts/node/postgres/migrations/001-sessions.ts';
import { deliveryStatesMigration } from '#hosts/node/postgres/migrations/002-delivery-states.ts';
import { peopleMigration } from '#hosts/node/postgres/migrations/003-people.ts';
import { apiKeysMigration } from '#hosts/node/postgres/migrations/004-api-keys.ts';
import { webhooksMigration } from '#hosts/node/postgres/migrations/005-webhooks.ts';
import { contactsMigration } from '#hosts/node/postgres/migrations/006-contacts.ts';
import { outboxListMigration } from '#hosts/node/postgres/migrations/007-outbox-list.ts';
import { settingsLogMigration } from '#hosts/node/postgres/migrations/008-settings-log.ts';
import { webhookStatesMigration } from '#hosts/node/postgres/migrations/009-webhook-states.ts';
import { callCountsMigration } from '#hosts/node/postgres/migrations/010-call-counts.ts';

export const allMigrations: readonly string[] = [
  sessionsMigration,
  deliveryStatesMigration,
  peopleMigration,
  apiKeysMigration,
  webhooksMigration,
  contactsMigration,
  outboxListMigration,
  settingsLogMigration,
  webhookStatesMigration,
  callCountsMigration,
];
