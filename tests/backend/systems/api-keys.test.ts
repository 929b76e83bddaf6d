import { describe, expect, it } from 'vitest';

import { addInteraction, endSession, saveSystemSettings, startSession } from '#contract/endpoints/agent.ts';
import { addApiKey, listApiKeys, revokeApiKey } from '#contract/endpoints/api-access.ts';
import { getEntry } from '#contract/endpoints/entry.ts';
import { listSessions, whoAmI } from '#contract/endpoints/people.ts';
import { type KeyScope, keyScopes } from '#contract/rights.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { agentCredential, createTestBackend } from '#tests/support/create-test-backend.ts';
import { credentialOf } from '#tests/support/test-people.ts';
import { buildWorkflow } from '#tests/support/sample-interactions.ts';
import { buildSessionInput, createCaller, readCode, readProblem } from '#tests/support/start-session.ts';

const day = 24 * 60 * 60_000;

function openBusiness() {
  const test = createTestBackend();
  const asAdministrator = createCaller(test.backend, agentCredential);
  return {
    ...test,
    asAdministrator,
    makeKey: async (scopes: readonly KeyScope[] = keyScopes, name = 'Ledger') => {
      const answer = await asAdministrator(addApiKey, { input: { name, team: 'team-1', scopes } });
      const { key, secret } = addApiKey.output.parse(await answer.json());
      return { key, secret, asSystem: createCaller(test.backend, secret) };
    },
    listKeys: async () => listApiKeys.output.parse(await (await asAdministrator(listApiKeys)).json()).keys,
  };
}

describe('A system of the business', () => {
  it('starts a session, adds to it, finds it and ends it, with the endpoints that agents use', async () => {
    const { makeKey } = openBusiness();
    const { asSystem } = await makeKey();
    const started = startSession.output.parse(
      await (await asSystem(startSession, { input: buildSessionInput() })).json(),
    );
    const params = { sessionId: started.sessionId };
    expect(await readCode(asSystem(addInteraction, { params, input: buildWorkflow() }))).toBe('ok');
    const { sessions } = listSessions.output.parse(await (await asSystem(listSessions)).json());
    expect(sessions).toMatchObject([{ id: started.sessionId, agent: null, interactions: { total: 1 } }]);
    expect(await readCode(asSystem(endSession, { params }))).toBe('ok');
  });

  it('is no agent whom the customer is told of', async () => {
    const { backend, makeKey } = openBusiness();
    const { asSystem } = await makeKey(['start-sessions']);
    const { url } = startSession.output.parse(
      await (await asSystem(startSession, { input: buildSessionInput() })).json(),
    );
    const entry = getEntry.output.parse(await (await createCaller(backend, readToken(url ?? ''))(getEntry)).json());
    expect(entry).toMatchObject({ kind: 'open', session: { agentName: null }, agentActivity: 'inactive' });
  });

  it('that sends the same twice starts one session', async () => {
    const { makeKey } = openBusiness();
    const { asSystem } = await makeKey();
    const send = async () => {
      const answer = await asSystem(startSession, { input: buildSessionInput(), key: 'one-order-1234' });
      return startSession.output.parse(await answer.json()).sessionId;
    };
    expect(await send()).toBe(await send());
  });

  it('does nothing beyond its scopes, and nothing that people do', async () => {
    const { makeKey } = openBusiness();
    const { asSystem } = await makeKey(['read-sessions']);
    expect(await readCode(asSystem(startSession, { input: buildSessionInput() }))).toBe('not-allowed');
    const { asSystem: asAll } = await makeKey(keyScopes);
    expect(await readCode(asAll(whoAmI))).toBe('not-allowed');
    expect(await readCode(asAll(saveSystemSettings, { input: { version: 0, settings: {} } }))).toBe('not-allowed');
    expect(await readCode(asAll(addApiKey, { input: { name: 'More', team: 'team-1', scopes: keyScopes } }))).toBe(
      'not-allowed',
    );
  });
});

describe('An API key', () => {
  it('is told once; what is listed and kept says nothing of it', async () => {
    const { makeKey, listKeys, deps } = openBusiness();
    const { key, secret } = await makeKey();
    expect(secret).toMatch(/^key_[A-Za-z0-9_-]{43}$/);
    const keys = await listKeys();
    expect(keys).toEqual([key]);
    expect(JSON.stringify([keys, await deps.store.systems.listKeys()])).not.toContain(secret);
  });

  it('that is asked for twice is one key, told again to whoever asks as they did the first time', async () => {
    const { asAdministrator, backend, listKeys } = openBusiness();
    const ask = async (caller = asAdministrator, key = 'the-same-key-twice', team = 'team-1') => {
      const input = { name: 'Ledger', team, scopes: ['read-sessions'] };
      return addApiKey.output.parse(await (await caller(addApiKey, { input, key })).json());
    };
    const [first, ...again] = await Promise.all([ask(), ask(), ask()]);
    expect(again).toEqual([first, first]);
    expect(await ask()).toEqual(first);
    expect(await readCode(createCaller(backend, first.secret)(listSessions))).toBe('ok');
    expect(await listKeys()).toHaveLength(1);

    const other = await ask(
      createCaller(backend, credentialOf('an administrator elsewhere')),
      'the-same-key-twice',
      'team-2',
    );
    expect(other.secret).not.toBe(first.secret);
    expect((await ask(asAdministrator, 'another-key-for-it')).secret).not.toBe(first.secret);
    expect(await listKeys()).toHaveLength(3);
  });

  it('is not asked for by the key of another wish, nor without one', async () => {
    const { asAdministrator, listKeys } = openBusiness();
    const ask = (name: string, key: string) =>
      readCode(asAdministrator(addApiKey, { input: { name, team: 'team-1', scopes: keyScopes }, key }));
    expect(await ask('Ledger', 'the-same-key-twice')).toBe('ok');
    expect(await ask('Shop', 'the-same-key-twice')).toBe('key-reused');
    expect(await ask('Shop', '')).toBe('invalid-input');
    expect(await listKeys()).toHaveLength(1);
  });

  it('that was revoked is nobody’s from the next request on, and the others work on', async () => {
    const { makeKey, asAdministrator, listKeys } = openBusiness();
    const [gone, kept] = [await makeKey(), await makeKey()];
    expect(await readCode(gone.asSystem(listSessions))).toBe('ok');
    const revoke = () => asAdministrator(revokeApiKey, { params: { keyId: gone.key.id } });
    expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 404]);
    expect(await readCode(gone.asSystem(listSessions))).toBe('not-signed-in');
    expect(await readCode(kept.asSystem(listSessions))).toBe('ok');
    expect((await listKeys()).map(({ id }) => id)).toEqual([kept.key.id]);
  });

  it('shows the day on which it was last used', async () => {
    const { makeKey, listKeys, pass } = openBusiness();
    const { asSystem } = await makeKey();
    expect(await listKeys()).toMatchObject([{ lastUsedOn: null }]);
    await asSystem(listSessions);
    expect(await listKeys()).toMatchObject([{ lastUsedOn: '2026-11-22' }]);
    pass(day);
    await asSystem(listSessions);
    expect(await listKeys()).toMatchObject([{ lastUsedOn: '2026-11-23' }]);
  });

  it('is for a team that there is', async () => {
    const { asAdministrator } = openBusiness();
    const answer = await asAdministrator(addApiKey, { input: { name: 'Ledger', team: 'team-9', scopes: keyScopes } });
    expect(await readProblem(answer)).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'team', message: 'unknown' }],
    });
  });
});
