/** Where a webhook may go, as far as its address says: the backend refuses the rest, the console says why beside the field. */
import { isLoopback } from '#domain/is-loopback.ts';

export type WebhookUrlFault = 'unreadable' | 'not-https' | 'loopback';

/**
 * Null: it may. `toLoopback`: this host is for trying things out, where a receiver on the same machine needs no TLS. Note: where a name leads is
 * known only when it is asked for, so whoever connects looks again (`hosts/node/webhooks`).
 */
export function findWebhookUrlFault(text: string, { toLoopback }: { toLoopback: boolean }): WebhookUrlFault | null {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '')
    return 'unreadable';
  if (isLoopback(url.hostname)) return toLoopback ? null : 'loopback';
  return url.protocol === 'https:' ? null : 'not-https';
}
