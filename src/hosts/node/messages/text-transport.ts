/**
 * Text messages by a provider over HTTPS: one POST a message (`docs/operating.md` has the shape). The key is the message's id, so a
 * provider that knows keys sends once what it is given twice.
 */
import type { SendResult, Transport } from '#backend/messages/deliver-due.ts';
import type { TextSettings } from '#hosts/node/settings/text-settings.ts';

/** What is about this message. Everything else may be put right: a wrong token, a wrong address, too much at once. */
const refusals = new Set([400, 410, 413, 422]);

export function createTextTransport({ url, token, from }: TextSettings): Transport {
  return async ({ id, to, words, url: link }, signal): Promise<SendResult> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': id,
      },
      body: JSON.stringify({ id, from, to, text: `${words.text}\n${link}` }),
      // Note: a redirection would take the token and the link to who knows where.
      redirect: 'manual',
      signal,
    });
    await response.body?.cancel();
    if (response.ok) return { kind: 'sent' };
    return { kind: refusals.has(response.status) ? 'refused' : 'failed', reason: `HTTP ${response.status}` };
  };
}
