/** Turns a catalog of ICU texts into what the browser formats without a parser. Runs while building, never in the browser. */
import { parse } from '@formatjs/icu-messageformat-parser';

import type { Catalog, Message } from '#lib/i18n/message.ts';

/** A text without placeholders stays a string: nothing to format, fewer bytes. */
const compileMessage = (text: string): Message => {
  const elements = parse(text, { shouldParseSkeletons: true, captureLocation: false });
  const [first] = elements;
  if (first === undefined) return '';
  return elements.length === 1 && first.type === 0 ? first.value : elements;
};

/** Throws with the id of the text that is not valid ICU. */
export const compileCatalog = (texts: Readonly<Record<string, string>>): Catalog =>
  Object.fromEntries(
    Object.entries(texts).map(([id, text]) => {
      try {
        return [id, compileMessage(text)];
      } catch (cause) {
        throw new Error(`Failed to compile the text "${id}": ${text}`, { cause });
      }
    }),
  );
