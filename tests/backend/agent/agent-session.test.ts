import { describe, expect, it } from 'vitest';

import { sendAgentMessage } from '#contract/endpoints/agent.ts';
import { getAgentSession, getSessionTrail } from '#contract/endpoints/agent-session.ts';
import { reengage } from '#contract/endpoints/engagement.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { openFeed } from '#tests/support/read-feed.ts';
import { buildWorkflow } from '#tests/support/sample-interactions.ts';
import { createCaller, readCode, startTestSession } from '#tests/support/start-session.ts';
import { credentialOf } from '#tests/support/test-people.ts';

async function openSession() {
  const session = await startTestSession({ interactions: [buildWorkflow()] });
  const params = { sessionId: session.sessionId };
  return {
    ...session,
    params,
    look: async () => getAgentSession.output.parse(await (await session.asAgent(getAgentSession, { params })).json()),
    readTrail: async () =>
      getSessionTrail.output.parse(await (await session.asAgent(getSessionTrail, { params })).json()),
  };
}

describe('A session, as those who work on it see it', () => {
  it('has who takes part, how they get in, what was asked and what was written', async () => {
    const { look, customer, asAgent, params, interactions } = await openSession();
    await customer(sendMessage, { input: { text: 'Hello' } });
    await asAgent(sendAgentMessage, { params, input: { text: 'Hello, Cleo' } });
    const seen = await look();
    expect(seen).toMatchObject({
      state: 'open',
      channel: 'email',
      agent: { name: 'Ada Agent' },
      participants: [{ name: 'Cleo Customer', email: 'cleo@example.com', isThere: false }],
      links: [{ revokedAt: null }],
      interactions: [{ id: interactions[0], kind: 'workflow', status: 'new' }],
      allows: { chat: true, textMessages: true, invitations: true, copyLinks: false },
    });
    expect(seen.messages.map(({ from, text }) => [from, text])).toEqual([
      ['customer', 'Hello'],
      ['agent', 'Hello, Cleo'],
    ]);
    expect(Object.keys(seen.definitions)).toEqual(interactions);
  });

  it('knows whether the customer is on the page', async () => {
    const { look, customer } = await openSession();
    const feed = await openFeed(customer, '?after=1');
    await feed.next();
    expect((await look()).participants).toMatchObject([{ isThere: true }]);
    await feed.cancel();
    await expect.poll(async () => (await look()).participants).toMatchObject([{ isThere: false }]);
  });

  it('says what was last written to the address that they have now, and how far it got', async () => {
    const { look, asAgent, params, deps } = await openSession();
    const lastMessage = async () => (await look()).participants[0]?.lastMessage;
    expect(await lastMessage()).toMatchObject({ kind: 'invitation', state: 'waiting' });
    const [first] = await deps.store.listOutbox();
    await deps.store.changeMessage(first?.id ?? '', (message) => ({
      ...message,
      delivery: { state: 'dead', tries: 9, at: deps.now(), reason: 'no such address' },
    }));
    expect(await lastMessage()).toMatchObject({ kind: 'invitation', state: 'dead' });
    const right = { name: 'Cleo Customer', email: 'clea@example.com', phone: null };
    await asAgent(reengage, { params, input: { customer: right, channel: 'email' } });
    expect(await lastMessage()).toMatchObject({ kind: 'invitation', state: 'waiting' });
  });

  it('says whether links are passed on by hand', async () => {
    const { look, agent } = await openSession();
    await agent.saveSystemSettings({ embeddedSession: true, copySessionUrl: true });
    expect((await look()).allows).toMatchObject({ invitations: false, copyLinks: true });
    await agent.saveSystemSettings({ copySessionUrl: true });
    expect((await look()).allows).toMatchObject({ invitations: true, copyLinks: false });
  });

  it('tells nobody what opens it', async () => {
    const { look, readTrail, token } = await openSession();
    expect(JSON.stringify([await look(), await readTrail()])).not.toContain(token);
  });

  it('has everything that happened, by whom, and whether all of it is still there', async () => {
    const { readTrail, asAgent, params, deps, sessionId } = await openSession();
    await asAgent(sendAgentMessage, { params, input: { text: 'Hello' } });
    const { entries, isIntact } = await readTrail();
    expect(isIntact).toBe(true);
    expect(entries.map(({ seq, kind, actor }) => [seq, kind, actor.name])).toEqual(
      (await deps.store.readLog(sessionId, 0, 100)).map(({ seq, fact, actor }) => [seq, fact.kind, actor.name]),
    );
  });

  it('is not there for those who may not see it', async () => {
    const { backend, params } = await openSession();
    const asStranger = createCaller(backend, credentialOf('an agent elsewhere'));
    for (const endpoint of [getAgentSession, getSessionTrail])
      expect(await readCode(asStranger(endpoint, { params }))).toBe('not-found');
  });
});
