/** The texts of messages, read from the catalogs that the room is built from, and compiled once a language. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { IntlMessageFormat } from 'intl-messageformat';
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
  const texts = textsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, new IntlMessageFormat(text).getAst()]));
}
