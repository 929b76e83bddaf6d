/** SHA-256: link tokens, log entries, files, and ids of what a key makes. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

import type { IdempotencyKey } from '#contract/ids.ts';

const encoder = new TextEncoder();

/**
 * Bytes that are digested here. Note: Web Crypto hands its work to a pool of threads, where a token waits behind files that are written and
 * answers that are compressed, for what takes ten microseconds; it is the quicker one only for what is large.
 */
const quick = 4_096;

export async function sha256Hex(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? encoder.encode(data) : data;
  if (bytes.byteLength <= quick) return bytesToHex(sha256(bytes));
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** The same id for the same key, so a repeated request names what it made the first time (architecture rule 8). */
export const deriveId = async (maker: string, key: IdempotencyKey): Promise<string> =>
  (await sha256Hex(`${maker} ${key}`)).slice(0, 32);
