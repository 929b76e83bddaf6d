/** Passwords by the runtime's own Web Crypto, which has no scrypt: for hosts that are a page. `pbkdf2-sha256$ITERATIONS$SALT$KEY`. */
import type { Passwords } from '#backend/people/passwords.ts';

const algorithm = 'pbkdf2-sha256';

export const createPbkdf2Passwords = (iterations = 600_000): Passwords => ({
  async hash(password) {
    const salt = toHex(crypto.getRandomValues(new Uint8Array(16)));
    return [algorithm, iterations, salt, await derive(password, salt, iterations)].join('$');
  },
  async isRight(password, hash) {
    const [name, count = '', salt = '', key] = hash.split('$');
    return name === algorithm && isSame(await derive(password, salt, Number(count)), key ?? '');
  },
});

async function derive(password: string, salt: string, iterations: number): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey('raw', encoder.encode(password.normalize('NFKC')), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(salt), iterations };
  return toHex(new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256)));
}

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** In a time that does not tell where they differ. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
