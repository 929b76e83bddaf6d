/** The texts of messages, read from the catalogs that the room is built from. Parsed once a language, where they come into the program. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as z from 'zod/mini';

import type { Language } from '#contract/language.ts';
import type { MessageTexts } from '#backend/messages/word-message.ts';

const textsSchema = z.record(z.string(), z.string());
const read = new Map<Language, Promise<MessageTexts>>();

export function readTexts(language: Language): Promise<MessageTexts> {
  const texts = read.get(language) ?? readCatalog(language);
  read.set(language, texts);
  return texts;
}

async function readCatalog(language: Language): Promise<MessageTexts> {
  const file = join(import.meta.dirname, '../../../lib/i18n/catalogs', language, 'messages.json');
  return textsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}
