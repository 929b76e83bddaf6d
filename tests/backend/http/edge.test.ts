import { describe, expect, it } from 'vitest';

import { addInteraction, saveSystemSettings, sendAgentMessage } from '#contract/endpoints/agent.ts';
import { getEntry, getSession, giveConsent } from '#contract/endpoints/entry.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { limits } from '#contract/limits.ts';
import { problemContentType } from '#contract/problem.ts';
import type { LogLine } from '#backend/deps.ts';
import { readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { watchWrites } from '#tests/support/watch-writes.ts';

const json = { 'content-type': 'application/json' };
const message = JSON.stringify({ text: 'Hello' });

/** A body that says nothing of its length, and how much of it was taken. */
function streamBytes(total: number) {
  let sent = 0;
  const chunk = new Uint8Array(64 * 1024).fill(0x20);
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (sent >= total) controller.close();
        else controller.enqueue(chunk);
        sent += chunk.byteLength;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, sent: () => sent };
}

function buildStreamed(token: string, body: ReadableStream<Uint8Array>, headers: Record<string, string>): Request {
  const init = {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${token}`, 'idempotency-key': 'key-of-message', ...headers },
    body,
    duplex: 'half',
  };
  return new Request('http://room.test/api/messages', init);
}

describe('A body', () => {
  it.each([
    ['is not JSON', '{"text": '],
    ['is empty', ''],
    ['is not text', Uint8Array.from([...new TextEncoder().encode('{"text":"'), 0xff, 0x22, 0x7d])],
  ])('that %s is refused as malformed', async (_, body) => {
    const { customer } = await startTestSession();
    const response = await customer(sendMessage, { body, headers: json });
    expect(response.status).toBe(400);
    expect((await readProblem(response)).code).toBe('malformed-request');
  });

  it.each(['null', '[]', '"text"', '1', 'true', '{}', '{"text":null}', '{"text":["Hello"]}'])(
    'that is %s and not what was asked for is refused as invalid',
    async (body) => {
      const { customer } = await startTestSession();
      expect(await readCode(customer(sendMessage, { body, headers: json }))).toBe('invalid-input');
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp', ''])(
    'of type "%s" is refused, which also keeps forms of other sites out',
    async (type) => {
      const { customer } = await startTestSession();
      const response = await customer(sendMessage, { body: message, headers: { 'content-type': type } });
      expect(response.status).toBe(415);
      expect((await readProblem(response)).code).toBe('unsupported-media-type');
    },
  );

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON ;charset=utf-8'])(
    'of type "%s" is taken',
    async (type) => {
      const { customer } = await startTestSession();
      expect(await readCode(customer(sendMessage, { body: message, headers: { 'content-type': type } }))).toBe('ok');
    },
  );

  it('may be as large as the contract says, to the byte', async () => {
    const { customer } = await startTestSession();
    const exact = message.padEnd(limits.jsonBytes, ' ');
    expect(await readCode(customer(sendMessage, { body: exact, headers: json }))).toBe('ok');
    expect(await readCode(customer(sendMessage, { body: `${exact} `, headers: json }))).toBe('body-too-large');
  });

  it('that says it is too large is refused unread', async () => {
    const { backend, token } = await startTestSession();
    const { body, sent } = streamBytes(10 * limits.jsonBytes);
    const request = buildStreamed(token, body, { 'content-length': String(10 * limits.jsonBytes) });
    expect(await readCode(backend(request))).toBe('body-too-large');
    expect(sent()).toBe(0);
  });

  it.each([
    ['nothing', {}],
    ['a lie', { 'content-length': '20' }],
  ])('that says %s about its size is read no further than the bound', async (_, headers) => {
    const { backend, token } = await startTestSession();
    const { body, sent } = streamBytes(Infinity);
    expect(await readCode(backend(buildStreamed(token, body, headers)))).toBe('body-too-large');
    expect(sent()).toBeLessThan(limits.jsonBytes + 3 * 64 * 1024);
  });

  it('may bring keys that this backend does not know, for clients newer than it', async () => {
    const { customer } = await startTestSession();
    expect(await readCode(customer(sendMessage, { input: { text: 'Hello', mood: 'good' } }))).toBe('ok');
  });

  it('cannot reach behind the objects it becomes', async () => {
    const { customer } = await startTestSession();
    const body = '{"text":"Hello","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
    expect(await readCode(customer(sendMessage, { body, headers: json }))).toBe('ok');
    expect('polluted' in {}).toBe(false);
  });

  it('nested deeper than any form could be is refused, naming the field', async () => {
    const { asAgent, sessionId } = await startTestSession();
    const depth = 15_000;
    const when = `${'{"kind":"not","condition":'.repeat(depth)}{}${'}'.repeat(depth)}`;
    const body = `{"kind":"workflow","title":"Deep","definition":{"steps":[{"branches":[{"when":${when}}]}]}}`;
    const problem = await readProblem(await asAgent(addInteraction, { params: { sessionId }, body, headers: json }));
    expect(problem).toMatchObject({ code: 'invalid-input', fields: [{ path: 'definition', message: 'too_deep' }] });
  });

  it('with a huge text is refused, naming the field and not repeating the text', async () => {
    const { customer } = await startTestSession();
    const response = await customer(giveConsent, { input: { decision: 'x'.repeat(400_000), revision: 'r1' } });
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'invalid-input', fields: [{ path: 'decision' }] });
    expect(text.length).toBeLessThan(1_000);
  });

  it('with a thousand mistakes is refused, naming some of them', async () => {
    const { asAgent } = await startTestSession();
    const allowedOrigins = Array.from({ length: 100 }, () => 'nowhere');
    const input = { version: 0, settings: { allowedOrigins } };
    const { fields } = await readProblem(await asAgent(saveSystemSettings, { input }));
    expect(fields).toHaveLength(20);
    expect(fields?.[7]).toEqual({ path: 'settings.allowedOrigins.7', message: 'invalid_format' });
  });
});

describe('A request', () => {
  it('to an address that nobody answers is told so, in the shape of every problem', async () => {
    const { backend } = createTestBackend();
    const response = await backend(new Request('http://room.test/api/nothing/here'));
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe(problemContentType);
    expect(await readProblem(response)).toEqual({
      type: 'urn:session-room:problem:not-found',
      title: 'There is nothing here.',
      status: 404,
      code: 'not-found',
      requestId: 'id-1',
    });
  });

  it.each([
    { method: 'DELETE', path: '/api/entry', allow: 'GET, HEAD, OPTIONS' },
    { method: 'PUT', path: '/api/messages', allow: 'GET, POST, HEAD, OPTIONS' },
    { method: 'GET', path: '/api/consent', allow: 'POST, OPTIONS' },
    { method: 'HEAD', path: '/api/consent', allow: 'POST, OPTIONS' },
    { method: 'QUERY', path: '/api/entry', allow: 'GET, HEAD, OPTIONS' },
  ])('by $method to $path is told which methods there are', async ({ method, path, allow }) => {
    const { backend } = createTestBackend();
    const response = await backend(new Request(`http://room.test${path}`, { method }));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    if (method !== 'HEAD') expect((await readProblem(response)).code).toBe('method-not-allowed');
  });

  it('for the options is answered without a body, and lets no other site in', async () => {
    const { customer } = await startTestSession();
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'GET' };
    const response = await customer({ ...getEntry, method: 'GET' }, { headers });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    const { backend } = createTestBackend();
    const options = await backend(new Request('http://room.test/api/entry', { method: 'OPTIONS', headers }));
    expect(options.status).toBe(204);
    expect(options.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect([...options.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('for the headers only is answered like the whole, without the body', async () => {
    const { customer } = await startTestSession();
    const response = await customer({ ...getSession, method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe('');
  });

  it.each(['/api/files/%E0%A4%A', '/api/files/..%2F..%2Fetc', '/api/files/%00', '/api//files/a', '/api/files/a/'])(
    'to the strange address %s is refused like any other',
    async (path) => {
      const { backend, token } = await startTestSession();
      const headers = { authorization: `Bearer ${token}` };
      expect(await readCode(backend(new Request(`http://room.test${path}`, { headers })))).toBe('not-found');
    },
  );

  it('is never answered out of a cache', async () => {
    const { customer } = await startTestSession();
    for (const endpoint of [getEntry, getSession]) {
      expect((await customer(endpoint)).headers.get('cache-control')).toBe('no-store');
    }
    expect((await customer(sendMessage, { input: {} })).headers.get('cache-control')).toBe('no-store');
  });
});

describe('A mistake of ours', () => {
  const startBroken = async () => {
    const { deps } = watchWrites();
    const session = await startTestSession({}, createTestBackend(deps));
    const failure = new Error('Failed to reach /var/lib/secret for cleo@example.com.');
    Object.assign(deps.store, { readLog: () => Promise.reject(failure) });
    return { ...session, failure };
  };

  it('tells the customer a request id and nothing else', async () => {
    const { customer } = await startBroken();
    const response = await customer(sendMessage, { input: { text: 'Hello' } });
    expect(response.status).toBe(500);
    const problem = await readProblem(response);
    expect(problem).toEqual({
      type: 'urn:session-room:problem:internal',
      title: 'Something went wrong.',
      status: 500,
      code: 'internal',
      requestId: problem.requestId,
    });
    expect(problem.requestId).not.toBe('');
  });

  it('is found in the log by that id, with its cause', async () => {
    const { customer, logLines, failure } = await startBroken();
    const { requestId } = await readProblem(await customer(sendMessage, { input: { text: 'Hello' } }));
    expect(logLines.find((line) => line.requestId === requestId)).toEqual({
      requestId,
      method: 'POST',
      route: '/api/messages',
      status: 500,
      cause: failure,
    });
  });
});

describe('The log of requests', () => {
  it('has one line each: what was asked, and how it went', async () => {
    const { customer, asAgent, logLines, sessionId } = await startTestSession();
    logLines.length = 0;
    await customer(getEntry);
    await customer(sendMessage, { input: {} });
    await asAgent(sendAgentMessage, { params: { sessionId }, input: { text: 'Hello' } });
    await customer({ method: 'GET', path: '/api/nothing' });
    await customer({ method: 'DELETE', path: '/api/entry' });
    expect(logLines.map(toWords)).toEqual([
      'GET /api/entry 200',
      'POST /api/messages 422 invalid-input',
      'POST /api/agent/sessions/:sessionId/messages 200',
      'GET (none) 404 not-found',
      'DELETE /api/entry 405 method-not-allowed',
    ]);
  });

  it('knows no token, no name, no address, no text and no id of anybody', async () => {
    const { customer, asAgent, logLines, sessionId, token, pass } = await startTestSession();
    await customer(sendMessage, { input: { text: 'My PIN is 1234' } });
    await asAgent(sendAgentMessage, { params: { sessionId }, input: { text: 'Never tell your PIN' } });
    await customer({ method: 'GET', path: `/s/${token}` });
    await customer({ method: 'GET', path: `/api/files/${token}` });
    pass(100 * 24 * 60 * 60 * 1_000);
    await customer(getSession);
    const log = JSON.stringify(logLines);
    expect(logLines.length).toBeGreaterThanOrEqual(6);
    for (const secret of [token, 'Cleo', 'Ada', 'example.com', '+48', 'PIN', sessionId])
      expect(log).not.toContain(secret);
  });
});

const toWords = ({ method, route, status, code }: LogLine) => [method, route, status, code].filter(Boolean).join(' ');
