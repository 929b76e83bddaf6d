/** Turns a catalog of ICU texts into what the browser formats without a parser. Runs while building, never in the browser. */
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

import type { Catalog, Message } from '#lib/i18n/message.ts';

/** A text without placeholders stays a string: nothing to format, fewer bytes. */
const compileMessage = (text: string): Message => {
  const elements = parse(text, { shouldParseSkeletons: true, captureLocation: false });
  const [first] = elements;
  if (first === undefined) return '';
  return elements.length === 1 && first.type === TYPE.literal ? first.value : elements;
};

export type Texts = Readonly<Record<string, string>>;

/** A catalog file: one flat object of texts. */
export const parseTexts = (json: string): Texts => {
  const parsed: unknown = JSON.parse(json);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('Failed to read a catalog: it is not an object.');
  return Object.fromEntries(
    Object.entries(parsed).map(([id, text]: [string, unknown]) => {
      if (typeof text !== 'string') throw new Error(`Failed to read the text "${id}": it is not a string.`);
      return [id, text];
    }),
  );
};

/** Throws with the id of the text that is not valid ICU. */
export const compileCatalog = (texts: Texts): Catalog =>
  Object.fromEntries(
    Object.entries(texts).map(([id, text]) => {
      try {
        return [id, compileMessage(text)];
      } catch (cause) {
        throw new Error(`Failed to compile the text "${id}": ${text}`, { cause });
      }
    }),
  );
