/** That somebody is writing: who hears of it, and that nothing is left of it. */
import { describe, expect, it } from 'vitest';

import { startSession } from '#contract/endpoints/agent.ts';
import { signalAgentTyping } from '#contract/endpoints/agent-session.ts';
import { sendMessage, signalTyping } from '#contract/endpoints/message.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { typingLifetime } from '#domain/typing.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { openAgentFeed, openFeed } from '#tests/support/read-feed.ts';
import { buildSessionInput, createCaller, readCode, startTestSession } from '#tests/support/start-session.ts';
import { credentialOf } from '#tests/support/test-people.ts';
import { watchWrites } from '#tests/support/watch-writes.ts';

async function openBoth(settings: SettingsLevel = {}, test = createTestBackend()) {
  const session = await startTestSession({ settings }, test);
  const params = { sessionId: session.sessionId };
  const page = await openFeed(session.customer, '?typing=1');
  const desk = await openAgentFeed(session.asAgent, session.sessionId);
  await page.nextBatch();
  await desk.nextBatch();
  return {
    ...session,
    params,
    page,
    desk,
    customerTypes: () => session.customer(signalTyping),
    agentTypes: () => session.asAgent(signalAgentTyping, { params }),
    close: async () => {
      await page.cancel();
      await desk.cancel();
    },
  };
}

describe('Somebody who is writing', () => {
  it('is told to the other side by their name, and never to their own', async () => {
    const { page, desk, customer, customerTypes, agentTypes, close } = await openBoth();
    expect((await agentTypes()).status).toBe(204);
    expect(await page.next()).toEqual({ kind: 'typing', name: 'Ada Agent' });
    expect((await customerTypes()).status).toBe(204);
    expect(await desk.next()).toEqual({ kind: 'typing', name: 'Cleo Customer' });
    await customer(sendMessage, { input: { text: 'Hello' } });
    expect(await page.nextBatch()).toEqual(['message Hello', 'session 2']);
    expect(await desk.nextBatch()).toEqual(['message Hello', 'session 2']);
    await close();
  });

  it('leaves no trace: no entry in the log, no message to anybody, no number', async () => {
    const writes = watchWrites();
    const { deps, sessionId, customerTypes, agentTypes, desk, close } = await openBoth(
      {},
      createTestBackend(writes.deps),
    );
    const before = [await deps.store.loadSession(sessionId), await deps.store.listOutbox()];
    writes.writes.length = 0;
    await customerTypes();
    await agentTypes();
    expect(await desk.next()).toMatchObject({ kind: 'typing' });
    expect(writes.writes).toEqual([]);
    expect([await deps.store.loadSession(sessionId), await deps.store.listOutbox()]).toEqual(before);
    await close();
  });

  it('is not told to pages that do not know of it, or that come later', async () => {
    const { customer, agentTypes, agent, sessionId, close } = await openBoth();
    const old = await openFeed(customer);
    await old.nextBatch();
    await agentTypes();
    const late = await openFeed(customer, '?typing=1');
    await late.nextBatch();
    await agent.sendMessage(sessionId, 'Hello');
    for (const feed of [old, late]) {
      expect(await feed.nextBatch()).toEqual(['message Hello', 'session 2']);
      await feed.cancel();
    }
    await close();
  });

  it('is not told to a reader who took so long that it is not true any more', async () => {
    const { customerTypes, customer, desk, pass, close } = await openBoth();
    await customerTypes();
    pass(typingLifetime);
    await customer(sendMessage, { input: { text: 'Hello' } });
    expect(await desk.nextBatch()).toEqual(['message Hello', 'session 2']);
    await close();
  });

  it('is nobody where there is no chat', async () => {
    const { customerTypes, agentTypes, close } = await openBoth({ chat: false });
    expect(await readCode(customerTypes())).toBe('not-allowed');
    expect(await readCode(agentTypes())).toBe('not-allowed');
    await close();
  });

  it('is nobody once the session has ended, or before it starts', async () => {
    const { customerTypes, agentTypes, asAgent, agent, sessionId, close } = await openBoth();
    await agent.endSession(sessionId);
    expect(await readCode(customerTypes())).toBe('session-ended');
    expect(await readCode(agentTypes())).toBe('session-ended');
    const planned = await asAgent(startSession, { input: buildSessionInput({ when: 'planned' }) });
    const params = { sessionId: startSession.output.parse(await planned.json()).sessionId };
    expect(await readCode(asAgent(signalAgentTyping, { params }))).toBe('not-actionable');
    await close();
  });

  it('is nobody who may not write there', async () => {
    const { backend, params, close } = await openBoth();
    const asColleague = createCaller(backend, credentialOf('a colleague'));
    expect(await readCode(asColleague(signalAgentTyping, { params }))).toBe('not-found');
    const asReader = createCaller(backend, credentialOf('a system that reads'));
    expect(await readCode(asReader(signalAgentTyping, { params }))).toBe('not-allowed');
    await close();
  });
});
