import { describe, expect, it, vi } from 'vitest';

import { listPeople, setPassword, signIn, signOut, signOutEverywhere, whoAmI } from '#contract/endpoints/people.ts';
import { createPbkdf2Passwords } from '#backend/people/pbkdf2-passwords.ts';
import { createMemoryStore } from '#backend/store/memory-store.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';
import { goodPassword, openOffice, tokenOf } from '#tests/support/open-office.ts';
import { readCode, readProblem } from '#tests/support/start-session.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('Signing in', () => {
  it('gives what everything else is asked with, and says who one is', async () => {
    const { employ, signInAs } = await openOffice();
    await employ('Ben', 'supervisor');
    const asBen = await signInAs('BEN@office.test');
    expect(await (await asBen(whoAmI)).json()).toMatchObject({
      name: 'Ben',
      email: 'ben@office.test',
      role: 'supervisor',
      teams: [{ id: 'team-1', name: 'Office team-1' }],
    });
  });

  it('is refused alike for a wrong password, an email that nobody has, whoever set none yet, and whoever is disabled', async () => {
    const { employ, add, change, enter } = await openOffice();
    await employ('Ben', 'agent');
    await add('Newcomer', 'agent');
    await change(await employ('Gone', 'agent'), { isDisabled: true });
    const answers = [
      await enter('ben@office.test', 'another password entirely'),
      await enter('nobody@office.test'),
      await enter('newcomer@office.test'),
      await enter('gone@office.test'),
    ];
    const problems = await Promise.all(answers.map(readProblem));
    for (const problem of problems) expect(problem).toMatchObject({ code: 'sign-in-refused', status: 401 });
    expect(new Set(problems.map((problem) => JSON.stringify({ ...problem, requestId: '' }))).size).toBe(1);
  });

  it('costs as much for an email that nobody has as for a wrong password: one hash, and the same writes', async () => {
    const real = createPbkdf2Passwords(2);
    const passwords = { hash: vi.fn(real.hash), isRight: vi.fn(real.isRight) };
    const store = createMemoryStore();
    const saveTries = vi.fn(store.people.saveTries);
    const { employ, enter } = await openOffice({
      passwords,
      store: { ...store, people: { ...store.people, saveTries } },
    });
    await employ('Ben', 'agent');
    const count = async (email: string) => {
      for (const spy of [passwords.hash, passwords.isRight, saveTries]) spy.mockClear();
      await enter(email, 'another password entirely');
      return [passwords.hash.mock.calls.length + passwords.isRight.mock.calls.length, saveTries.mock.calls.length];
    };
    expect(await count('ben@office.test')).toEqual([1, 1]);
    expect(await count('nobody@office.test')).toEqual([1, 1]);
  });

  it.each(['ben@office.test', 'nobody@office.test'])(
    'waits after five wrong passwords for %s, longer each time',
    async (email) => {
      const { employ, enter, pass } = await openOffice();
      await employ('Ben', 'agent');
      const waits: (number | undefined)[] = [];
      for (let tries = 0; tries < 5; tries += 1) {
        expect(await readCode(enter(email, 'another password entirely'))).toBe('sign-in-refused');
      }
      for (let times = 0; times < 7; times += 1) {
        const { code, retryAfter = 0 } = await readProblem(await enter(email));
        expect(code).toBe('too-many-requests');
        waits.push(retryAfter);
        pass(retryAfter * 1_000);
        expect(await readCode(enter(email, 'another password entirely'))).toBe('sign-in-refused');
      }
      expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
    },
  );

  it('counts each of many tries at once', async () => {
    const { employ, enter } = await openOffice();
    await employ('Ben', 'agent');
    const codes = await Promise.all(
      Array.from({ length: 20 }, () => readCode(enter('ben@office.test', 'another password entirely'))),
    );
    expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too-many-requests')).toHaveLength(15);
  });

  it('forgets wrong tries when it works, and after a day', async () => {
    const { employ, enter, pass } = await openOffice();
    await employ('Ben', 'agent');
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) await enter('ben@office.test', 'another password entirely');
      if (round === 1) pass(day + minute);
      else expect(await readCode(enter('ben@office.test'))).toBe('ok');
    }
  });

  it('is over after half a day without a call, and after a week whatever happens', async () => {
    const { employ, signInAs, pass } = await openOffice();
    await employ('Ben', 'agent');
    const idle = await signInAs('ben@office.test');
    const busy = await signInAs('ben@office.test');
    for (let hours = 0; hours < 7 * 24; hours += 8) {
      expect(await readCode(busy(whoAmI))).toBe('ok');
      pass(8 * hour);
      if (hours === 8) expect(await readCode(idle(whoAmI))).toBe('not-signed-in');
    }
    expect(await readCode(busy(whoAmI))).toBe('not-signed-in');
  });

  it('ends by signing out, here or everywhere', async () => {
    const { employ, signInAs } = await openOffice();
    await employ('Ben', 'agent');
    const [here, there, third] = [
      await signInAs('ben@office.test'),
      await signInAs('ben@office.test'),
      await signInAs('ben@office.test'),
    ];
    await here(signOut);
    expect(await Promise.all([here, there, third].map((one) => readCode(one(whoAmI))))).toEqual([
      'not-signed-in',
      'ok',
      'ok',
    ]);
    await there(signOutEverywhere);
    expect(await readCode(third(whoAmI))).toBe('not-signed-in');
    expect(await readCode((await signInAs('ben@office.test'))(whoAmI))).toBe('ok');
  });

  it('follows what an administrator makes of them, at once', async () => {
    const { employ, change, signInAs, askForLink, choose } = await openOffice();
    const ben = await employ('Ben', 'agent');
    const asBen = await signInAs('ben@office.test');
    expect(await readCode(asBen(listPeople))).toBe('not-allowed');
    await change(ben, { role: 'supervisor' });
    expect(await readCode(asBen(listPeople))).toBe('ok');
    await choose(await askForLink(ben), 'quite another password');
    expect(await readCode(asBen(whoAmI))).toBe('not-signed-in');
  });

  it('keeps neither passwords nor tokens', async () => {
    const { employ, enter, deps, askForLink } = await openOffice();
    const ben = await employ('Ben', 'agent');
    const { token } = signIn.output.parse(await (await enter('ben@office.test')).json());
    const link = await askForLink(ben);
    const kept = JSON.stringify(await deps.store.people.loadDirectory());
    expect(kept).toContain('pbkdf2-sha256$');
    for (const secret of [goodPassword, tokenOf(link).split('.')[1], token]) expect(kept).not.toContain(secret);
    expect(await deps.store.people.findSignIn(token ?? '')).toBeUndefined();
  });
});

describe('A link that sets a password', () => {
  it('works once', async () => {
    const { add, choose, enter } = await openOffice();
    const { passwordLink } = await add('Ben', 'agent');
    expect(await readCode(choose(passwordLink.url))).toBe('ok');
    expect(await readCode(choose(passwordLink.url, 'quite another password'))).toBe('password-link-unknown');
    expect(await readCode(enter('ben@office.test'))).toBe('ok');
  });

  it('works for one of two who follow it at once', async () => {
    const { add, choose } = await openOffice();
    const { passwordLink } = await add('Ben', 'agent');
    const codes = await Promise.all(
      ['first password of two', 'second password of two'].map((one) => readCode(choose(passwordLink.url, one))),
    );
    expect(codes.toSorted()).toEqual(['ok', 'password-link-unknown']);
  });

  it('is over after three days, when there is a newer one, and when they are disabled', async () => {
    const { add, choose, askForLink, change, pass } = await openOffice();
    const late = await add('Late', 'agent');
    pass(3 * day);
    const replaced = await add('Replaced', 'agent');
    await askForLink(replaced.person);
    const disabled = await add('Disabled', 'agent');
    await change(disabled.person, { isDisabled: true });
    await change(disabled.person, { isDisabled: false });
    for (const { passwordLink } of [late, replaced, disabled]) {
      expect(await readCode(choose(passwordLink.url))).toBe('password-link-unknown');
    }
  });

  it.each([
    ['too short', 'short', 'too_small'],
    ['their email', 'Ben@Office.test', 'is-email'],
    ['made of their email', 'xx ben@office.test xx', 'is-email'],
    ['one letter again and again', 'aaaaaaaaaaaaaaaa', 'repeats'],
  ])('takes no password that is %s, and is good for another', async (_, password, message) => {
    const { add, choose } = await openOffice();
    const { passwordLink } = await add('Ben', 'agent');
    expect(await readProblem(await choose(passwordLink.url, password))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'password', message }],
    });
    expect(await readCode(choose(passwordLink.url))).toBe('ok');
  });

  it('lets somebody in again who waits for wrong passwords', async () => {
    const { employ, enter, askForLink, choose } = await openOffice();
    const ben = await employ('Ben', 'agent');
    for (let tries = 0; tries < 6; tries += 1) await enter('ben@office.test', 'another password entirely');
    await choose(await askForLink(ben));
    expect(await readCode(enter('ben@office.test'))).toBe('ok');
  });

  it("is nobody's where nobody has it", async () => {
    const { nobody } = await openOffice();
    const input = { token: `nobody.${agentCredential}`, password: goodPassword };
    expect(await readCode(nobody(setPassword, { input }))).toBe('password-link-unknown');
  });
});
