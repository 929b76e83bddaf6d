import { describe, expect, it } from 'vitest';

import { saveTeam, signIn, signOut, whoAmI } from '#contract/endpoints/people.ts';
import { withAgentCookie } from '#hosts/node/http/agent-cookie.ts';
import { goodPassword, openOffice } from '#tests/support/open-office.ts';
import { createCaller, readCode } from '#tests/support/start-session.ts';

const ownPage = { 'sec-fetch-site': 'same-origin' };
const input = { email: 'ada@office.test', password: goodPassword };

async function openHost(publicOrigin = 'https://room.test') {
  const office = await openOffice({ now: Date.now });
  await office.employ('Ada', 'administrator');
  const call = createCaller(withAgentCookie(office.backend, publicOrigin), null);
  const enter = async () => {
    const answer = await call(signIn, { input, headers: ownPage });
    return { answer, set: answer.headers.get('set-cookie') ?? '' };
  };
  const comeIn = async () => (await enter()).set.split(';')[0] ?? '';
  return { ...office, call, enter, comeIn };
}

describe('The cookie of an agent', () => {
  it('is given to a page of this host in place of the token, and no script can read it', async () => {
    const { enter, call } = await openHost();
    const { answer, set } = await enter();
    expect(await answer.json()).toMatchObject({ token: null });
    expect(set).toMatch(/^__Host-agent=token-\S+; Path=\/; Max-Age=60\d{4}; HttpOnly; SameSite=Strict; Secure$/);
    const headers = { ...ownPage, cookie: `other=1; ${set.split(';')[0]}` };
    expect(await (await call(whoAmI, { headers })).json()).toMatchObject({ name: 'Ada' });
  });

  it('is without Secure where there is no TLS, so that a host on one machine can be signed in to', async () => {
    const { enter } = await openHost('http://localhost:4173');
    expect((await enter()).set).toMatch(/^agent=[^;]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/);
  });

  it('is no use to another site, whatever it does', async () => {
    const { call, comeIn } = await openHost();
    const cookie = await comeIn();
    const ask = (headers: Record<string, string>) =>
      readCode(
        call(saveTeam, {
          params: { teamId: 'team-1' },
          input: { name: 'Mine', seen: 'Office team-1' },
          headers: { cookie, ...headers },
        }),
      );
    expect(await ask({ 'sec-fetch-site': 'cross-site' })).toBe('not-signed-in');
    expect(await ask({ 'sec-fetch-site': 'same-site', origin: 'https://room.test' })).toBe('not-signed-in');
    expect(await ask({ 'sec-fetch-site': 'none' })).toBe('not-signed-in');
    expect(await ask({ origin: 'https://evil.test' })).toBe('not-signed-in');
    expect(await ask({ origin: 'null' })).toBe('not-signed-in');
    expect(await ask({})).toBe('not-signed-in');
    expect(await ask({ origin: 'https://room.test' })).toBe('ok');
    expect(await ask(ownPage)).toBe('ok');
  });

  it('is gone after signing out, and so is what it stood for', async () => {
    const { call, comeIn } = await openHost();
    const headers = { ...ownPage, cookie: await comeIn() };
    const answer = await call(signOut, { headers });
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-agent=; Path=\/; Max-Age=0;/);
    expect(await readCode(call(whoAmI, { headers }))).toBe('not-signed-in');
  });

  it('gives way to a bearer, so that an agent may look through a link of a customer in the same browser', async () => {
    const { call, comeIn } = await openHost();
    const headers = { ...ownPage, cookie: await comeIn(), authorization: 'Bearer token-of-some-customer' };
    expect(await readCode(call(whoAmI, { headers }))).toBe('not-signed-in');
  });

  it('is not for scripts: they are told the token', async () => {
    const { call } = await openHost();
    const answer = await call(signIn, { input });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(signIn.output.parse(await answer.json()).token).toMatch(/^token-/);
  });

  it('is not given for a wrong password', async () => {
    const { call } = await openHost();
    const answer = await call(signIn, { input: { ...input, password: 'another password entirely' }, headers: ownPage });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});
