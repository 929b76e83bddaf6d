import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';

import type app from '#lib/i18n/catalogs/en/app.json';
import type chat from '#lib/i18n/catalogs/en/chat.json';
import type consoleApiAccess from '#lib/i18n/catalogs/en/console-api-access.json';
import type consoleOutbox from '#lib/i18n/catalogs/en/console-outbox.json';
import type consolePeople from '#lib/i18n/catalogs/en/console-people.json';
import type consolePreferences from '#lib/i18n/catalogs/en/console-preferences.json';
import type consoleNewSession from '#lib/i18n/catalogs/en/console-new-session.json';
import type consoleSession from '#lib/i18n/catalogs/en/console-session.json';
import type consoleSessions from '#lib/i18n/catalogs/en/console-sessions.json';
import type consoleTask from '#lib/i18n/catalogs/en/console-task.json';
import type consoleTexts from '#lib/i18n/catalogs/en/console.json';
import type documents from '#lib/i18n/catalogs/en/documents.json';
import type entry from '#lib/i18n/catalogs/en/entry.json';
import type esign from '#lib/i18n/catalogs/en/esign.json';
import type failures from '#lib/i18n/catalogs/en/failures.json';
import type files from '#lib/i18n/catalogs/en/files.json';
import type gate from '#lib/i18n/catalogs/en/gate.json';
import type journey from '#lib/i18n/catalogs/en/journey.json';
import type notices from '#lib/i18n/catalogs/en/notices.json';
import type payment from '#lib/i18n/catalogs/en/payment.json';
import type room from '#lib/i18n/catalogs/en/room.json';
import type ui from '#lib/i18n/catalogs/en/ui.json';
import type workflow from '#lib/i18n/catalogs/en/workflow.json';

/** A text as the browser gets it: compiled, or a plain string when there is nothing to put in. */
export type Message = string | MessageFormatElement[];

export type Catalog = Readonly<Record<string, Message>>;

/** Every text there is, by the English catalogs. */
export type TextId =
  | keyof typeof app
  | keyof typeof chat
  | keyof typeof consoleApiAccess
  | keyof typeof consoleOutbox
  | keyof typeof consolePeople
  | keyof typeof consolePreferences
  | keyof typeof consoleNewSession
  | keyof typeof consoleSession
  | keyof typeof consoleSessions
  | keyof typeof consoleTask
  | keyof typeof consoleTexts
  | keyof typeof documents
  | keyof typeof entry
  | keyof typeof esign
  | keyof typeof failures
  | keyof typeof files
  | keyof typeof gate
  | keyof typeof journey
  | keyof typeof notices
  | keyof typeof payment
  | keyof typeof room
  | keyof typeof ui
  | keyof typeof workflow;
