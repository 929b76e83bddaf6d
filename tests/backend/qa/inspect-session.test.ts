import { describe, expect, it } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import { inspectSession, saveSessionSettings } from '#contract/endpoints/qa.ts';
import { entrySchema } from '#contract/entry.ts';
import { type Inspection, inspectionSchema } from '#contract/qa.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { qaRoutes } from '#backend/qa/qa-routes.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { createCaller, readCode, startTestSession } from '#tests/support/start-session.ts';

const day = 24 * 60 * 60 * 1_000;

async function startInspected(overrides: Parameters<typeof startTestSession>[0] = {}) {
  const session = await startTestSession(overrides, createTestBackend({}, { extraRoutes: qaRoutes }));
  const inspect = async (query = `?token=${session.token}`) =>
    inspectionSchema.parse(await (await session.asAgent(inspectSession, { query })).json());
  const saveSettings = (settings: unknown) =>
    session.asAgent(saveSessionSettings, { params: { sessionId: session.sessionId }, input: settings });
  const enter = async () => entrySchema.parse(await (await session.customer(getEntry)).json());
  return { ...session, inspect, saveSettings, enter };
}

const find = ({ policy }: Inspection, name: string) => policy.find((setting) => setting.name === name)?.candidates;

describe('What QA sees of a session', () => {
  it('is the record as it is stored, beside what entering would bring the customer', async () => {
    const { inspect, enter, deps, sessionId } = await startInspected();
    const { stored, visible, now } = await inspect();
    expect(stored).toEqual(await deps.store.loadSession(sessionId));
    expect(visible).toEqual(await enter());
    expect(Date.parse(now)).toBe(deps.now());
  });

  it('can be asked for by the id of the session as well', async () => {
    const { inspect, sessionId } = await startInspected();
    expect(await inspect(`?session=${sessionId}`)).toEqual(await inspect());
  });

  it('is what happened and what was sent, of this session and no other', async () => {
    const session = await startInspected();
    await startTestSession({}, session);
    await session.agent.sendMessage(session.sessionId, 'Hello');
    const { log, isLogIntact, outbox } = await session.inspect();
    expect(log.map(({ fact }) => fact.kind)).toEqual(['session-started', 'message-sent']);
    expect(isLogIntact).toBe(true);
    expect(outbox.map(({ kind, url }) => ({ kind, url }))).toEqual([{ kind: 'invitation', url: session.url }]);
  });

  it('goes on where the customer may not enter, and says what they meet', async () => {
    const { inspect, pass } = await startInspected();
    pass(8 * day);
    expect((await inspect()).visible).toMatchObject({ kind: 'cannot-enter', code: 'link-expired' });
  });

  it('says that a revoked link is unknown to the customer', async () => {
    const { inspect, deps, sessionId } = await startInspected();
    await changeRecord(deps, sessionId, (record) => ({
      ...record,
      links: record.links.map((link) => ({ ...link, revokedAt: 0 })),
    }));
    expect((await inspect()).visible).toEqual({ kind: 'link-unknown' });
  });

  it('tells whether the agent counts as there', async () => {
    const { inspect, agent, deps } = await startInspected();
    expect(await inspect()).toMatchObject({ agentActivity: 'inactive', presence: null });
    await agent.setPresence(true);
    expect(await inspect()).toMatchObject({ agentActivity: 'active', presence: { connected: true } });
    await agent.setPresence(true, new Date(deps.now() - day).toISOString());
    expect(await inspect()).toMatchObject({
      agentActivity: 'inactive',
      presence: { connected: true, idleSince: deps.now() - day },
    });
  });

  it('does not depend on finding out who is there', async () => {
    const { inspect, deps } = await startInspected();
    deps.store.loadPresence = () => Promise.reject(new Error('Nobody knows.'));
    expect(await inspect()).toMatchObject({ agentActivity: 'unknown', presence: null });
  });

  it('leaves no trace', async () => {
    const { inspect, deps, sessionId } = await startInspected();
    const before = await deps.store.loadSession(sessionId);
    await inspect();
    expect(await deps.store.loadSession(sessionId)).toEqual(before);
  });
});

describe('The policy QA sees', () => {
  it('has every level beside what wins and what loses', async () => {
    const { inspect, agent, saveSettings } = await startInspected();
    await agent.saveSystemSettings({ autoOpen: false, chat: false });
    await agent.saveTeamSettings(testTeam, { autoOpen: true });
    await saveSettings({ autoOpen: false });

    const inspection = await inspect();
    expect(inspection.levels).toEqual({
      session: { autoOpen: false },
      team: { autoOpen: true },
      system: { autoOpen: false, chat: false },
    });
    expect(find(inspection, 'autoOpen')).toEqual([
      { origin: 'session', value: false },
      { origin: 'team', value: true },
      { origin: 'system', value: false },
      { origin: 'default', value: false },
    ]);
    expect(find(inspection, 'chat')).toEqual([
      { origin: 'system', value: false },
      { origin: 'default', value: true },
    ]);
  });

  it('holds at the next entry, with its origin', async () => {
    const { enter, saveSettings } = await startInspected();
    expect(await enter()).toMatchObject({ policy: { autoOpen: { value: false, origin: 'default' } } });
    await saveSettings({ autoOpen: true } satisfies SettingsLevel);
    expect(await enter()).toMatchObject({ policy: { autoOpen: { value: true, origin: 'session' } } });
  });
});

describe('QA is refused', () => {
  it('without signing in', async () => {
    const { backend, token, sessionId } = await startInspected();
    const stranger = createCaller(backend, token);
    expect(await readCode(stranger(inspectSession, { query: `?token=${token}` }))).toBe('not-signed-in');
    const params = { sessionId };
    expect(await readCode(stranger(saveSessionSettings, { params, input: {} }))).toBe('not-signed-in');
  });

  it.each([
    ['a link that nobody was given', '?token=a-link-that-nobody-was-given', 'not-found'],
    ['a session that is none', '?session=nothing', 'not-found'],
    ['nothing in particular', '', 'invalid-input'],
  ])('when asking for %s', async (_, query, code) => {
    const { asAgent } = await startInspected();
    expect(await readCode(asAgent(inspectSession, { query }))).toBe(code);
  });

  it('settings that are none, and settings for a session that is none', async () => {
    const { asAgent, saveSettings } = await startInspected();
    expect(await readCode(saveSettings({ autoOpen: 'perhaps' }))).toBe('invalid-input');
    const params = { sessionId: 'nothing' };
    expect(await readCode(asAgent(saveSessionSettings, { params, input: {} }))).toBe('not-found');
  });
});
