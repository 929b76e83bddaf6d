/** What was only planned: put right, or given up, before its customer hears of it. */
import { describe, expect, it } from 'vitest';

import {
  addInteraction,
  sendAgentMessage,
  startPlannedSession,
  startSession,
  withdrawInteraction,
} from '#contract/endpoints/agent.ts';
import { cancelPlan, changePlan, reopenSession } from '#contract/endpoints/engagement.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import type { PlanInput } from '#contract/engagement.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import type { Store } from '#backend/store/store.ts';
import { createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { buildPayment } from '#tests/support/sample-interactions.ts';
import { buildSessionInput, createCaller, readCode } from '#tests/support/start-session.ts';
import { credentialOf } from '#tests/support/test-people.ts';

const right: PlanInput = {
  customer: { name: 'Maya T.', email: 'maya@example.org', phone: null, language: 'pl' },
  channel: 'email',
};

async function openPlan(settings: SettingsLevel = {}) {
  const test = createTestBackend();
  await test.agent.saveTeamSettings(testTeam, settings);
  const asAgent = createCaller(test.backend, credentialOf('the agent'));
  const input = buildSessionInput({ when: 'planned', interactions: [buildPayment('Fee')] });
  const planned = startSession.output.parse(await (await asAgent(startSession, { input })).json());
  const { sessionId } = planned;
  const params = { sessionId };
  return {
    ...test,
    ...planned,
    asAgent,
    params,
    change: (to: Partial<PlanInput> = {}, key?: string) =>
      readCode(asAgent(changePlan, { params, input: { ...right, ...to }, ...(key !== undefined && { key }) })),
    cancel: (key?: string) => readCode(asAgent(cancelPlan, { params, ...(key !== undefined && { key }) })),
    start: async () => startPlannedSession.output.parse(await (await asAgent(startPlannedSession, { params })).json()),
    load: async () => test.deps.store.loadSession(sessionId),
    readLog: async () => (await test.deps.store.readLog(sessionId, 0, 10)).map(({ fact }) => fact),
  };
}

describe('A plan that is put right', () => {
  it('has no chat yet, because nobody could read it', async () => {
    const { asAgent, params } = await openPlan();
    expect(await readCode(asAgent(sendAgentMessage, { params, input: { text: 'Hello' } }))).toBe('not-actionable');
  });

  it('tells nobody; when it is started, the right person is invited, in their language', async () => {
    const { change, load, start, deps, readLog } = await openPlan();
    expect(await change()).toBe('ok');
    expect(await load()).toMatchObject({ state: 'planned', links: [], participants: [right.customer] });
    expect(await deps.store.listOutbox()).toEqual([]);
    const changed = ['name', 'email', 'phone', 'language'];
    expect((await readLog()).at(-1)).toEqual({ kind: 'contact-corrected', changed });
    await start();
    expect(await deps.store.listOutbox()).toMatchObject([{ to: 'maya@example.org', language: 'pl' }]);
  });

  it('may go to a phone, where text messages are on', async () => {
    const byText = { customer: { ...right.customer, phone: '+48600700842' }, channel: 'sms' } as const;
    expect(await (await openPlan()).change(byText)).toBe('ok');
    expect(await (await openPlan({ textMessages: false })).change(byText)).toBe('channel-not-allowed');
  });

  it.each([
    { why: 'without an email to invite by', to: { customer: { ...right.customer, email: null } } },
    { why: 'without a channel', to: { channel: null } },
  ])('$why is refused, but not where the business invites by itself', async ({ to }) => {
    expect(await (await openPlan()).change(to)).toBe('invalid-input');
    expect(await (await openPlan({ embeddedSession: true })).change(to)).toBe('ok');
  });

  it('is put right once, however often it is sent, and says nothing of what stays as it was', async () => {
    const { change, readLog } = await openPlan();
    expect([await change({}, 'one-key-of-many'), await change({}, 'one-key-of-many'), await change()]).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    expect((await readLog()).filter(({ kind }) => kind === 'contact-corrected')).toHaveLength(1);
    expect(await change({ channel: null }, 'one-key-of-many')).not.toBe('ok');
  });

  it('is out of reach once it was started, or given up', async () => {
    const started = await openPlan();
    await started.start();
    expect(await started.change()).toBe('not-actionable');
    const givenUp = await openPlan();
    await givenUp.cancel();
    expect(await givenUp.change()).toBe('session-ended');
  });

  it('while it is being started is not started with the contact that was wrong', async () => {
    const { deps, asAgent, params, change, start } = await openPlan();
    const { commitSession } = deps.store;
    const between: Store['commitSession'] = async (commit) => {
      deps.store.commitSession = commitSession;
      await change();
      return commitSession(commit);
    };
    deps.store.commitSession = between;
    expect(await readCode(asAgent(startPlannedSession, { params }))).toBe('not-actionable');
    expect(await deps.store.listOutbox()).toEqual([]);
    await start();
    expect(await deps.store.listOutbox()).toMatchObject([{ to: 'maya@example.org' }]);
  });

  it('has what was added, and nothing of what was taken out', async () => {
    const { asAgent, params, interactions, start, backend } = await openPlan();
    await asAgent(addInteraction, { params, input: buildPayment('Other fee') });
    const [interactionId = ''] = interactions;
    const input = { reason: '' };
    expect(await readCode(asAgent(withdrawInteraction, { params: { ...params, interactionId }, input }))).toBe('ok');
    const customer = createCaller(backend, readToken((await start()).url ?? ''));
    const session = getSession.output.parse(await (await customer(getSession)).json());
    expect(session.interactions).toMatchObject([{ title: 'Other fee', status: 'new' }]);
  });
});

describe('A plan that is given up', () => {
  it('is over, once, tells nobody, and is neither started nor opened again', async () => {
    const { cancel, load, asAgent, params, deps } = await openPlan();
    expect([await cancel('one-key-of-many'), await cancel('one-key-of-many')]).toEqual(['ok', 'ok']);
    expect(await load()).toMatchObject({ state: 'ended', endedAt: deps.now() });
    expect(await cancel()).toBe('session-ended');
    expect(await readCode(asAgent(startPlannedSession, { params }))).toBe('session-ended');
    expect(await readCode(asAgent(reopenSession, { params }))).toBe('not-actionable');
    expect(await deps.store.listOutbox()).toEqual([]);
  });

  it('is not what was started meanwhile: that goes on', async () => {
    const { cancel, start, load } = await openPlan();
    await start();
    expect(await cancel()).toBe('not-actionable');
    expect(await load()).toMatchObject({ state: 'open' });
  });
});
