import app from '#lib/i18n/catalogs/en/app.json';
import entry from '#lib/i18n/catalogs/en/entry.json';
import failures from '#lib/i18n/catalogs/en/failures.json';
import journey from '#lib/i18n/catalogs/en/journey.json';
import notices from '#lib/i18n/catalogs/en/notices.json';
import ui from '#lib/i18n/catalogs/en/ui.json';
import type { Catalog, Message } from '#lib/i18n/message.ts';

const texts: Record<string, Message> = {
  ...app,
  ...entry,
  ...failures,
  ...journey,
  ...notices,
  ...ui,
};

/** English as far as it was loaded: what the first screens say, and what each feature brought along. */
export const english: Catalog = texts;

/**
 * A feature brings its English texts in its own chunk, once, at the top of the module that draws its screen:
 *
 *     import texts from '#lib/i18n/catalogs/en/esign.json';
 *     addEnglish(texts);
 *
 * Other languages arrive whole, so there is nothing to do for them.
 */
export const addEnglish = (catalog: Catalog): void => {
  Object.assign(texts, catalog);
};
