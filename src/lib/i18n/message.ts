import type app from '#lib/i18n/catalogs/en/app.json';
import type chat from '#lib/i18n/catalogs/en/chat.json';
import type documents from '#lib/i18n/catalogs/en/documents.json';
import type entry from '#lib/i18n/catalogs/en/entry.json';
import type esign from '#lib/i18n/catalogs/en/esign.json';
import type failures from '#lib/i18n/catalogs/en/failures.json';
import type journey from '#lib/i18n/catalogs/en/journey.json';
import type notices from '#lib/i18n/catalogs/en/notices.json';
import type payment from '#lib/i18n/catalogs/en/payment.json';
import type room from '#lib/i18n/catalogs/en/room.json';
import type ui from '#lib/i18n/catalogs/en/ui.json';
import type workflow from '#lib/i18n/catalogs/en/workflow.json';

/** A piece of a compiled text: words, or what to put in between them. */
export type Part =
  | string
  | readonly ['value', name: string]
  | readonly ['number', name: string, options: Intl.NumberFormatOptions]
  | readonly ['date', name: string, options: Intl.DateTimeFormatOptions]
  | readonly ['select', name: string, options: Options]
  | readonly ['plural', name: string, options: Options, offset: number, type: Intl.PluralRuleType]
  /** The number of the plural around it. */
  | readonly ['#']
  | readonly ['tag', name: string, children: readonly Part[]];

export type Options = Readonly<Record<string, readonly Part[]>>;

/** A text as the browser gets it: compiled, or a plain string when there is nothing to put in. */
export type Message = string | readonly Part[];

export type Catalog = Readonly<Record<string, Message>>;

/** Every text there is, by the English catalogs. */
export type TextId =
  | keyof typeof app
  | keyof typeof chat
  | keyof typeof documents
  | keyof typeof entry
  | keyof typeof esign
  | keyof typeof failures
  | keyof typeof journey
  | keyof typeof notices
  | keyof typeof payment
  | keyof typeof room
  | keyof typeof ui
  | keyof typeof workflow;
