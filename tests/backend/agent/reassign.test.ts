/** A session goes to somebody else of the business: who sees it then, and what its customer notices. */
import { describe, expect, it } from 'vitest';

import { getAgentSession, getSessionTrail } from '#contract/endpoints/agent-session.ts';
import { sendAgentMessage } from '#contract/endpoints/agent.ts';
import { reassignSession, reportActivity } from '#contract/endpoints/engagement.ts';
import { getEntry, getSession } from '#contract/endpoints/entry.ts';
import { listMessages } from '#contract/endpoints/message.ts';
import { listSessions } from '#contract/endpoints/people.ts';
import type { StartSessionInput } from '#contract/agent.ts';
import type { Role } from '#contract/rights.ts';
import { openOffice } from '#tests/support/open-office.ts';
import { openFeed } from '#tests/support/read-feed.ts';
import { type Caller, createCaller, readCode, startTestSession } from '#tests/support/start-session.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';

/** Ada's session, whom the tests know; Ben may take it over, Far may not. */
async function openHandover(overrides: Partial<StartSessionInput> = {}) {
  const office = await openOffice();
  const employ = async (name: string, role: Role, team?: string) => {
    const person = await office.employ(name, role, team);
    return { person, ask: await office.signInAs(person.email) };
  };
  const [ben, far, sue] = [
    await employ('Ben', 'agent'),
    await employ('Far', 'agent', 'team-2'),
    await employ('Sue', 'supervisor'),
  ];
  const session = await startTestSession(overrides, office);
  const params = { sessionId: session.sessionId };
  const handTo = (agent: string, ask: Caller = session.asAgent, key?: string) =>
    ask(reassignSession, { params, input: { agent }, ...(key !== undefined && { key }) });
  return { ...session, office, ben, far, sue, params, handTo };
}

const listNames = async (ask: Caller) =>
  listSessions.output.parse(await (await ask(listSessions)).json()).sessions.map(({ agent }) => agent?.name);

describe('A session that is handed to a colleague', () => {
  it('is theirs to see and to steer, and the customer reads their name; what was written keeps its own', async () => {
    const { ben, handTo, customer, asAgent, params } = await openHandover();
    await asAgent(sendAgentMessage, { params, input: { text: 'Hello' } });
    expect(await listNames(ben.ask)).toEqual([]);
    expect(await readCode(handTo(ben.person.id))).toBe('ok');
    expect(await listNames(ben.ask)).toEqual(['Ben']);
    expect(await readCode(ben.ask(sendAgentMessage, { params, input: { text: 'I go on.' } }))).toBe('ok');
    expect(await (await customer(getSession)).json()).toMatchObject({ agentName: 'Ben' });
    const { messages } = listMessages.output.parse(await (await customer(listMessages)).json());
    expect(messages.map(({ authorName, text }) => [authorName, text])).toEqual([
      ['Ada Agent', 'Hello'],
      ['Ben', 'I go on.'],
    ]);
  });

  it('is not the one’s before any more, who is an agent as well', async () => {
    const { ben, handTo, office, params } = await openHandover();
    const cora = await office.employ('Cora', 'agent');
    await handTo(cora.id);
    const asCora = await office.signInAs(cora.email);
    expect(await readCode(asCora(getAgentSession, { params }))).toBe('ok');
    await handTo(ben.person.id);
    expect(await readCode(asCora(getAgentSession, { params }))).toBe('not-found');
  });

  it('has it in its trail, by whom and to whom, once however often it is asked for', async () => {
    const { ben, sue, handTo, asAgent, params } = await openHandover();
    expect(await readCode(handTo(ben.person.id, sue.ask, 'the-same-key-twice'))).toBe('ok');
    expect(await readCode(handTo(ben.person.id, sue.ask, 'the-same-key-twice'))).toBe('ok');
    expect(await readCode(handTo(ben.person.id))).toBe('ok');
    const { entries, isIntact } = getSessionTrail.output.parse(
      await (await asAgent(getSessionTrail, { params })).json(),
    );
    expect(entries.filter(({ kind }) => kind === 'session-reassigned')).toMatchObject([
      { actor: { kind: 'agent', name: 'Sue' }, to: 'Ben' },
    ]);
    expect(isIntact).toBe(true);
    expect(await readCode(handTo(sue.person.id, sue.ask, 'the-same-key-twice'))).toBe('key-reused');
  });

  it.each([
    ['somebody who may not use its team’s settings', async ({ far }: Handover) => far.person.id],
    ['nobody', async () => 'nobody'],
    [
      'somebody who is disabled',
      async ({ ben, office }: Handover) => {
        await office.change(ben.person, { isDisabled: true });
        return ben.person.id;
      },
    ],
  ])('cannot be handed to %s', async (_, find) => {
    const handover = await openHandover();
    expect(await readCode(handover.handTo(await find(handover)))).toBe('invalid-input');
    expect((await handover.deps.store.loadSession(handover.sessionId))?.agent?.name).toBe('Ada Agent');
  });

  it('is handed on by a supervisor to whom they see, and to nobody else', async () => {
    const { far, sue, office, handTo } = await openHandover();
    await office.change(far.person, { role: 'administrator' });
    expect(await readCode(handTo(far.person.id, sue.ask))).toBe('invalid-input');
    expect(await readCode(handTo(far.person.id))).toBe('ok');
  });

  it('does not become the second open one of somebody who may have only one', async () => {
    const settings = { singleActiveSession: true };
    const { ben, handTo, office } = await openHandover({ settings });
    const other = await startTestSession(
      { customer: { name: 'Maya', email: 'maya@example.com', phone: null } },
      office,
    );
    const toBen = { params: { sessionId: other.sessionId }, input: { agent: ben.person.id } };
    expect(await readCode(createCaller(office.backend, agentCredential)(reassignSession, toBen))).toBe('ok');
    expect(await readCode(handTo(ben.person.id))).toBe('active-session-exists');
  });
});

describe('Its customer', () => {
  it('who comes in is told whether the new one is there, and what to know when they are not', async () => {
    const settings = { inactiveAgentMessage: { on: true, text: 'Back at nine.' } };
    const { ben, handTo, customer, asAgent } = await openHandover({ settings });
    const enter = async () => getEntry.output.parse(await (await customer(getEntry)).json());
    await asAgent(reportActivity, { input: { idleFor: 0 } });
    expect(await enter()).toMatchObject({ agentActivity: 'active' });
    await handTo(ben.person.id);
    expect(await enter()).toMatchObject({ agentActivity: 'inactive' });
    await ben.ask(reportActivity, { input: { idleFor: 0 } });
    expect(await enter()).toMatchObject({ agentActivity: 'active' });
  });

  it('who is inside reads the new name at once, and hears of the new one alone', async () => {
    const { ben, handTo, customer, asAgent } = await openHandover();
    await asAgent(reportActivity, { input: { idleFor: 0 } });
    const feed = await openFeed(customer, '?after=1');
    expect(await feed.next()).toEqual({ kind: 'presence', agentActivity: 'active' });
    await handTo(ben.person.id);
    expect((await feed.nextBatch()).at(-1)).toMatch(/^session/);
    expect(await feed.next()).toEqual({ kind: 'presence', agentActivity: 'inactive' });
    await ben.ask(reportActivity, { input: { idleFor: 0 } });
    expect(await feed.next()).toEqual({ kind: 'presence', agentActivity: 'active' });
    await feed.cancel();
  });
});

type Handover = Awaited<ReturnType<typeof openHandover>>;
