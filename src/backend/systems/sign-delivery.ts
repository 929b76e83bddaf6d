/**
 * How a receiver knows that a delivery is ours: the scheme of Standard Webhooks (standardwebhooks.com), for which most languages have a
 * library. Signed are the event's id, the second it was sent in, and the body: a delivery that was kept and sent again later shows its age.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

const secretPrefix = 'whsec_';
const encoder = new TextEncoder();

/** `token`: 256 bits, base64url. */
export const toWebhookSecret = (token: string): string =>
  `${secretPrefix}${token.replaceAll('-', '+').replaceAll('_', '/')}=`;

export function signDelivery(secret: string, { id, at, body }: { id: string; at: number; body: string }) {
  const key = Uint8Array.from(atob(secret.slice(secretPrefix.length)), (letter) => letter.charCodeAt(0));
  const timestamp = String(Math.floor(at / 1_000));
  const signature = hmac(sha256, key, encoder.encode(`${id}.${timestamp}.${body}`));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${btoa(String.fromCodePoint(...signature))}`,
  };
}
