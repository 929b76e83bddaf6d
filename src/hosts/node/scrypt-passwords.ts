/** Passwords by scrypt, off the main thread. `scrypt$LOG2_N$R$P$SALT$KEY`, base64url. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

import type { Passwords } from '#backend/people/passwords.ts';

type Cost = { logN: number; r: number; p: number };

/** 32 MiB and about a quarter of a second: what OWASP asks of p = 3. */
const usualCost: Cost = { logN: 15, r: 8, p: 3 };
const keyBytes = 32;

export const createScryptPasswords = (cost = usualCost): Passwords => ({
  async hash(password) {
    const salt = randomBytes(16);
    const key = await derive(password, salt, cost);
    return ['scrypt', cost.logN, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
  },
  async isRight(password, hash) {
    const [name, logN, r, p, salt = '', key = ''] = hash.split('$');
    const wanted = Buffer.from(key, 'base64url');
    if (name !== 'scrypt' || wanted.length !== keyBytes) return false;
    const found = await derive(password, Buffer.from(salt, 'base64url'), {
      logN: Number(logN),
      r: Number(r),
      p: Number(p),
    });
    return timingSafeEqual(found, wanted);
  },
});

const derive = (password: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** logN;
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
