/** In order; a database remembers how many of them it has been through. One that was released is never changed. */
import { sessionsMigration } from '#hosts/node/sqlite/migrations/001-sessions.ts';
import { deliveriesMigration } from '#hosts/node/sqlite/migrations/002-deliveries.ts';
import { deliveryStatesMigration } from '#hosts/node/sqlite/migrations/003-delivery-states.ts';
import { peopleMigration } from '#hosts/node/sqlite/migrations/004-people.ts';
import { apiKeysMigration } from '#hosts/node/sqlite/migrations/005-api-keys.ts';
import { webhooksMigration } from '#hosts/node/sqlite/migrations/006-webhooks.ts';
import { contactsMigration } from '#hosts/node/sqlite/migrations/007-contacts.ts';
import { outboxListMigration } from '#hosts/node/sqlite/migrations/008-outbox-list.ts';
import { settingsLogMigration } from '#hosts/node/sqlite/migrations/009-settings-log.ts';
import { webhookStatesMigration } from '#hosts/node/sqlite/migrations/010-webhook-states.ts';

export const allMigrations: readonly string[] = [
  sessionsMigration,
  deliveriesMigration,
  deliveryStatesMigration,
  peopleMigration,
  apiKeysMigration,
  webhooksMigration,
  contactsMigration,
  outboxListMigration,
  settingsLogMigration,
  webhookStatesMigration,
];
