/** The texts of messages, from the same catalogs as the room's; fetched when a message is written. */
import type { Language } from '#contract/language.ts';
import type { MessageTexts } from '#backend/messages/word-message.ts';

const loaders = {
  en: () => import('#lib/i18n/catalogs/en/messages.json'),
  ar: () => import('#lib/i18n/catalogs/ar/messages.json'),
  pl: () => import('#lib/i18n/catalogs/pl/messages.json'),
} satisfies Record<Language, () => Promise<{ default: MessageTexts }>>;

export const loadTexts = async (language: Language): Promise<MessageTexts> => (await loaders[language]()).default;
