/** The language that the caller reads now, of those we speak: the page says what it shows in `Accept-Language`. */
import { type Language, languageSchema } from '#contract/language.ts';

/** The first that we speak, in the order they are named; null when there is none. */
export function readLanguage({ headers }: Request): Language | null {
  const named = (headers.get('accept-language') ?? '').split(',').map((range) => range.trim().split(/[-;]/, 1)[0]);
  for (const tag of named) {
    const language = languageSchema.safeParse(tag?.toLowerCase());
    if (language.success) return language.data;
  }
  return null;
}
