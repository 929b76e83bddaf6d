import { describe, expect, it } from 'vitest';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import { signalAgentTyping } from '#contract/endpoints/agent-session.ts';
import { getFeed, requestNewLink } from '#contract/endpoints/entry.ts';
import { getUploadOffset } from '#contract/endpoints/document-request.ts';
import { sendMessage, signalTyping } from '#contract/endpoints/message.ts';
import { askEverything } from '#tests/backend/openapi/ask-everything.ts';
import { createCheckedBackend } from '#tests/backend/openapi/checked-backend.ts';
import { createExchangeCheck } from '#tests/support/check-exchange.ts';
import { openAgentFeed, openFeed } from '#tests/support/read-feed.ts';
import { buildPayment } from '#tests/support/sample-interactions.ts';
import { startTestSession } from '#tests/support/start-session.ts';

describe('What goes over the wire is what the description says', () => {
  it('of every endpoint there is, on the whole way of a customer', async () => {
    const world = await createCheckedBackend();
    await askEverything(world);
    expect(world.complaints).toEqual([]);
    // Note: the feeds have no end, and tests of their own.
    expect([...world.seen, 'getAgentFeed', 'getFeed'].toSorted()).toEqual(Object.keys(allEndpoints).toSorted());
  });

  it('in the live feed', async () => {
    const world = await createCheckedBackend();
    const session = await startTestSession({ interactions: [buildPayment()] }, world);
    await session.agent.sendMessage(session.sessionId, 'Hello');
    const feed = await openFeed(session.customer, '?typing=1');
    const agentFeed = await openAgentFeed(session.asAgent, session.sessionId);
    const hear = async ({ next }: { next: () => Promise<object | null> }, schema: string, kind: string) => {
      const event = await next();
      expect(event).toMatchObject({ kind });
      expect(world.complain(['components', 'schemas', schema], event)).toEqual([]);
    };
    for (const kind of ['presence', 'message', 'session']) await hear(feed, 'LiveEvent', kind);
    for (const kind of ['message', 'session']) await hear(agentFeed, 'AgentLiveEvent', kind);
    await session.asAgent(signalAgentTyping, { params: { sessionId: session.sessionId } });
    await session.customer(signalTyping);
    await hear(feed, 'LiveEvent', 'typing');
    await hear(agentFeed, 'AgentLiveEvent', 'typing');
    await feed.cancel();
    await agentFeed.cancel();
    expect(world.complaints).toEqual([]);
  });

  it('when something is refused', async () => {
    const world = await createCheckedBackend();
    const { customer } = await startTestSession({ settings: { chat: false } }, world);
    const refused = [
      await customer(getFeed, { query: '?after=99' }),
      await customer(requestNewLink),
      await customer(sendMessage, { input: { text: 'Hello' } }),
      await customer(sendMessage, { input: { text: ' ' } }),
      await customer(requestNewLink, { key: 'short' }),
      await customer(sendMessage, { body: 'Hello', headers: { 'content-type': 'text/plain' } }),
      await customer(sendMessage, { body: '{', headers: { 'content-type': 'application/json' } }),
      await customer({ ...getUploadOffset, method: 'PATCH' }, { params: { uploadId: 'u' } }),
      await world.backend(new Request('http://room.test/api/session')),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 403, 403, 422, 422, 415, 400, 412, 404]);
    expect(world.complaints).toEqual([]);
  });
});

describe('The check itself', () => {
  const answer = {
    description: 'Done.',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/N' } } },
  };
  const operation = {
    operationId: 'ask',
    parameters: [{ name: 'Key', in: 'header' }],
    responses: { 200: answer, 204: { description: 'Nothing.', headers: { Place: {} } } },
  };
  const { check } = createExchangeCheck({
    paths: { '/{id}': { post: operation } },
    components: { schemas: { N: { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] } } },
  });
  const ask = async (response: Response, headers: Record<string, string> = { Key: 'k' }) =>
    (await check(new Request('http://room.test/1', { method: 'POST', headers }), response)).complaints;

  it('is content with what is described', async () => {
    expect(await ask(Response.json({ n: 1 }))).toEqual([]);
    expect(await ask(new Response(null, { status: 204, headers: { place: '/' } }))).toEqual([]);
  });

  it.each([
    ['another shape', Response.json({ n: 'one' }), '/n must be integer'],
    ['a missing part', Response.json({}), "must have required property 'n'"],
    ['another status', new Response(null, { status: 201 }), '201 is not described'],
    ['another type', new Response('1', { headers: { 'content-type': 'text/plain' } }), 'type text/plain is none of'],
    ['a missing header', new Response(null, { status: 204 }), 'answered without Place'],
    ['a body where there is none', new Response('1', { status: 200 }), 'is none of'],
  ])('sees %s', async (_, response, complaint) => {
    expect((await ask(response)).join()).toContain(complaint);
  });

  it('sees a request without what it needs', async () => {
    expect(await ask(Response.json({ n: 1 }), {})).toEqual(['sent without Key']);
  });
});
