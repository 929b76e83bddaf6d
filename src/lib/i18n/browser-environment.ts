import { keepChoice, keepLinked, readChoice } from '#lib/i18n/language-choice.ts';
import { loadCatalog } from '#lib/i18n/load-catalog.ts';

export const browserEnvironment = () => ({
  search: location.search,
  preferred: navigator.languages,
  timeZone: undefined,
  readChoice,
  keepChoice,
  keepLinked,
  loadCatalog,
});
