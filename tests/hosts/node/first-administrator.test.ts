import { describe, expect, it } from 'vitest';

import { setPassword, signIn, whoAmI } from '#contract/endpoints/people.ts';
import { createScryptPasswords } from '#hosts/node/scrypt-passwords.ts';
import { ensureAdministrator } from '#hosts/node/first-administrator.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { goodPassword, tokenOf } from '#tests/support/open-office.ts';
import { createCaller, readCode } from '#tests/support/start-session.ts';

describe('The first start', () => {
  it('makes an administrator, who sets a password by the link and signs in', async () => {
    const { deps, backend } = createTestBackend({ passwords: createScryptPasswords({ logN: 4, r: 8, p: 1 }) });
    const nobody = createCaller(backend, null);
    const first = await ensureAdministrator(deps);
    if (!first) throw new Error('Failed to be the first.');
    await nobody(setPassword, { input: { token: tokenOf(first.url), password: goodPassword } });
    const answer = await nobody(signIn, { input: { email: first.email, password: goodPassword } });
    const { token } = signIn.output.parse(await answer.json());
    expect(await (await createCaller(backend, token)(whoAmI)).json()).toMatchObject({
      role: 'administrator',
      teams: [{ id: 'main', name: 'Main' }],
    });
    expect(await ensureAdministrator(deps)).toBeNull();
  });

  it('that nobody followed up gives a new link, and the one before is over', async () => {
    const { deps, backend } = createTestBackend();
    const nobody = createCaller(backend, null);
    const links = [await ensureAdministrator(deps), await ensureAdministrator(deps)];
    const codes: string[] = [];
    for (const link of links) {
      const input = { token: tokenOf(link?.url ?? ''), password: goodPassword };
      codes.push(await readCode(nobody(setPassword, { input })));
    }
    expect(codes).toEqual(['password-link-unknown', 'ok']);
    expect((await deps.store.people.loadDirectory()).people).toHaveLength(1);
  });

  it('of several processes at once makes one administrator', async () => {
    const { deps } = createTestBackend();
    await Promise.all([ensureAdministrator(deps), ensureAdministrator(deps), ensureAdministrator(deps)]);
    expect((await deps.store.people.loadDirectory()).people).toHaveLength(1);
  });
});

describe('A password by scrypt', () => {
  it('is known by its hash, which says how it was made, and no other is', async () => {
    const hash = await createScryptPasswords({ logN: 5, r: 8, p: 2 }).hash(goodPassword);
    expect(hash).toMatch(/^scrypt\$5\$8\$2\$[\w-]{22}\$[\w-]{43}$/);
    const now = createScryptPasswords();
    expect(await now.isRight(goodPassword, hash)).toBe(true);
    expect(await now.isRight(`${goodPassword} `, hash)).toBe(false);
  });

  it.each(['', 'scrypt', 'scrypt$5$8$2$salt$', 'pbkdf2-sha256$2$00$00'])(
    'is right for no hash like “%s”',
    async (hash) => {
      expect(await createScryptPasswords().isRight(goodPassword, hash)).toBe(false);
    },
  );

  it('is as good written in another form of Unicode', async () => {
    const passwords = createScryptPasswords({ logN: 4, r: 8, p: 1 });
    expect(await passwords.isRight('pa\u0308sswo\u0308rter', await passwords.hash('p\u00e4ssw\u00f6rter'))).toBe(true);
  });
});
