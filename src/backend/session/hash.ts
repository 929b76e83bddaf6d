/** SHA-256 by the runtime's own Web Crypto: link tokens, log entries, files, and ids of what a key makes. */
import type { IdempotencyKey } from '#contract/ids.ts';

const encoder = new TextEncoder();

export async function sha256Hex(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? encoder.encode(data) : data;
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same id for the same key, so a repeated request names what it made the first time (architecture rule 8). */
export const deriveId = async (maker: string, key: IdempotencyKey): Promise<string> =>
  (await sha256Hex(`${maker} ${key}`)).slice(0, 32);
