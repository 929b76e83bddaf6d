import { describe, expect, it } from 'vitest';
import { saveSystemSettings, saveTeamSettings } from '#contract/endpoints/agent.ts';
import { limits } from '#contract/limits.ts';
import { agentCredential, createTestBackend } from '#tests/support/create-test-backend.ts';
import { createCaller, readProblem } from '#tests/support/start-session.ts';

describe('Settings', () => {
  it('that no administrator could have meant are refused, naming the field', async () => {
    const call = createCaller(createTestBackend().backend, agentCredential);
    const refused = async (settings: unknown) =>
      (await readProblem(await call(saveSystemSettings, { input: { version: 0, settings } }))).fields;
    expect(await refused({ accessDuration: 0 })).toMatchObject([{ path: 'settings.accessDuration' }]);
    expect(await refused({ branding: { primaryColor: 'red' } })).toMatchObject([
      { path: 'settings.branding.primaryColor' },
    ]);
    expect(await refused({ allowedOrigins: ['nowhere'] })).toMatchObject([{ path: 'settings.allowedOrigins.0' }]);
    expect(await refused({ autoOpne: true })).toMatchObject([{ message: 'unrecognized_keys' }]);
    expect(await refused({ consent: { on: true, text: 'x'.repeat(limits.policyTextLength + 1) } })).toMatchObject([
      { path: 'settings.consent.text' },
    ]);
  });

  it('of a team with an impossible name are refused', async () => {
    const call = createCaller(createTestBackend().backend, agentCredential);
    const response = await call(saveTeamSettings, {
      params: { teamId: 'not a team' },
      input: { version: 0, settings: {} },
    });
    expect(await readProblem(response)).toMatchObject({ code: 'invalid-input', fields: [{ path: 'teamId' }] });
  });
});
