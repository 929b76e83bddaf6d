/** News as the text of a `NOTIFY`: its kind and its id, and of somebody who is writing their side and their name. */
import { type News, newsSchema } from '#hosts/node/sql/news.ts';

/** Note: no text to a database has a zero in it. */
export const toPayload = (news: News): string =>
  (news.kind === 'typing' ? [news.kind, news.id, news.from, news.name] : [news.kind, news.id])
    .join(' ')
    .replaceAll('\0', '');

/** Undefined for what this version does not know: a newer one beside it may have more to tell. */
export function readNews(payload: string): News | undefined {
  const [kind, id, from, ...name] = payload.split(' ');
  return newsSchema.safeParse({ kind, id, from, name: name.join(' ') }).data;
}
