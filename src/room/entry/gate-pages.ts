/** The pages between a link and the inside that few customers meet, with their words: a chunk of their own. */
import texts from '#lib/i18n/catalogs/en/gate.json';
import { addEnglish } from '#lib/i18n/english.ts';

export { ConsentPage } from '#room/entry/consent-page.tsx';
export { LinkExpiredPage } from '#room/entry/link-expired-page.tsx';

addEnglish(texts);
