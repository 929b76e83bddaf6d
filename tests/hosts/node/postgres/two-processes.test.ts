import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { sendAgentMessage } from '#contract/endpoints/agent.ts';
import { signalAgentTyping } from '#contract/endpoints/agent-session.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { getEsign, sign } from '#contract/endpoints/esign.ts';
import { createFileTicket, getFile } from '#contract/endpoints/interaction.ts';
import { sendMessage, signalTyping } from '#contract/endpoints/message.ts';
import type { SessionId } from '#contract/ids.ts';
import { sessionSchema } from '#contract/session.ts';
import { callerOf, listTexts, startTwoHosts, type TwoHosts } from '#tests/hosts/node/postgres/two-hosts.ts';
import { openAgentFeed, openFeed } from '#tests/support/read-feed.ts';
import { buildEsign, buildPdf } from '#tests/support/sample-interactions.ts';
import { operatorToken } from '#tests/support/start-node-host.ts';
import { readCode } from '#tests/support/start-session.ts';

let hosts: TwoHosts;

beforeAll(async () => {
  hosts = await startTwoHosts();
});
afterAll(() => hosts.stop());

/** The session of a customer who has a document before them, and what they send to sign it. */
async function startSigning() {
  const document = await hosts.agent.addDocument(await buildPdf());
  const { sessionId, token, interactions } = await hosts.startSession([buildEsign(document)]);
  const [interactionId = ''] = interactions;
  const customers = [callerOf(hosts.one, token), callerOf(hosts.other, token)];
  const content = getEsign.output.parse(
    await (await callerOf(hosts.one, token)(getEsign, { params: { interactionId } })).json(),
  );
  const input = {
    revision: content.revision,
    documentSha256: content.document.sha256,
    values: { signature: { kind: 'applied' } },
    signature: { kind: 'typed', text: 'Maya Thompson' },
    initials: null,
    signingReason: null,
    reviewed: true,
  };
  const signBoth = (createKey: () => string) =>
    Promise.all(customers.map((customer) => customer(sign, { params: { interactionId }, input, key: createKey() })));
  return { sessionId, token, signBoth };
}

const countCompletions = async (sessionId: SessionId) =>
  (await hosts.readStored(sessionId)).log.filter(({ fact }) => fact.kind === 'interaction-completed').length;

describe('Two processes on one PostgreSQL', () => {
  it('serve one session: what the agent does through one reaches the customer’s page on the other', async () => {
    const { sessionId, token } = await hosts.startSession();
    const feed = await openFeed(callerOf(hosts.one, token), '?after=1');
    const presence = async () => (await feed.next())?.kind;
    await expect(presence()).resolves.toBe('presence');

    await callerOf(hosts.other, operatorToken)(sendAgentMessage, { params: { sessionId }, input: { text: 'Hello' } });
    await expect(feed.nextBatch()).resolves.toEqual(['message Hello', 'session 2']);
    await hosts.agent.addInteraction(sessionId, buildEsign(await hosts.agent.addDocument(await buildPdf())));
    await expect(feed.nextBatch()).resolves.toEqual(['session 3']);
    await hosts.agent.setPresence(true);
    await expect(feed.next()).resolves.toEqual({ kind: 'presence', agentActivity: 'active' });
    await callerOf(hosts.one, token)(sendMessage, { input: { text: 'Hello too' } });
    await expect(feed.nextBatch()).resolves.toEqual(['message Hello too', 'session 4']);
    await feed.cancel();
  });

  it('pass on at once who is there and who is writing, to both sides, and keep nothing of it', async () => {
    const { sessionId, token } = await hosts.startSession();
    const [customer, agent] = [callerOf(hosts.one, token), callerOf(hosts.other, operatorToken)];
    const desk = await openAgentFeed(agent, sessionId);
    expect(await desk.next()).toMatchObject({ session: { participants: [{ isThere: false }] } });
    const page = await openFeed(customer, '?typing=1');
    expect(await page.nextBatch()).toContain('session 1');
    expect(await desk.next()).toMatchObject({ seq: 1, session: { participants: [{ isThere: true }] } });

    expect(await readCode(customer(signalTyping))).toBe('ok');
    expect(await desk.next()).toEqual({ kind: 'typing', name: 'Maya Thompson' });
    expect(await readCode(agent(signalAgentTyping, { params: { sessionId } }))).toBe('ok');
    expect(await page.next()).toMatchObject({ kind: 'typing' });
    await customer(sendMessage, { input: { text: 'Hello' } });
    expect(await desk.nextBatch()).toEqual(['message Hello', 'session 2']);
    expect((await hosts.readStored(sessionId)).log).toHaveLength(2);
    await page.cancel();
    await desk.cancel();
  });

  it('give out each other’s files', async () => {
    const pdf = await buildPdf();
    const fileId = await hosts.agent.addDocument(pdf);
    const { token } = await hosts.startSession([buildEsign(fileId)]);
    const response = await callerOf(hosts.one, token)(getFile, { params: { fileId } });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(pdf);
  });

  it('take each other’s download tickets', async () => {
    const pdf = await buildPdf();
    const fileId = await hosts.agent.addDocument(pdf);
    const { token } = await hosts.startSession([buildEsign(fileId)]);
    const answer = await callerOf(hosts.one, token)(createFileTicket, { params: { fileId } });
    const { path } = createFileTicket.output.parse(await answer.json());
    for (const origin of [hosts.other, hosts.one]) {
      const response = await fetch(`${origin}${path}`);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(pdf);
    }
  });

  it('let one of two submissions win that reach them at once, and both tell the truth', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const { sessionId, token, signBoth } = await startSigning();
      const answers = await signBoth(() => crypto.randomUUID());
      const codes = await Promise.all(answers.map((answer) => readCode(Promise.resolve(answer))));
      expect(codes.toSorted()).toEqual(['not-actionable', 'ok']);
      await expect(countCompletions(sessionId)).resolves.toBe(1);
      for (const origin of [hosts.one, hosts.other]) {
        const session = sessionSchema.parse(await (await callerOf(origin, token)(getSession)).json());
        expect(session.interactions).toMatchObject([{ status: 'completed' }]);
      }
    }
  });

  it('do once what one submission asks of both, and both say that it is done', async () => {
    const { sessionId, signBoth } = await startSigning();
    const key = crypto.randomUUID();
    const answers = await signBoth(() => key);
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      expect(sessionSchema.parse(await answer.json()).interactions).toMatchObject([{ status: 'completed' }]);
    }
    await expect(countCompletions(sessionId)).resolves.toBe(1);
  });

  it('lose nothing of what many write to one session through both', async () => {
    const { sessionId, token } = await hosts.startSession();
    const texts = Array.from({ length: 20 }, (_, index) => `Message ${index}`);
    const sent = texts.map((text, index) =>
      callerOf(index % 2 === 0 ? hosts.one : hosts.other, token)(sendMessage, { input: { text } }),
    );
    for (const { status } of await Promise.all(sent)) expect(status).toBe(200);
    const { log, isIntact } = await hosts.readStored(sessionId);
    expect(isIntact).toBe(true);
    expect(listTexts(log).toSorted()).toEqual(texts.toSorted());
  });
});
