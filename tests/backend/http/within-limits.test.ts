import { describe, expect, it } from 'vitest';

import { setPresence } from '#contract/endpoints/agent.ts';
import { getEntry, getLogo, getSession, requestNewLink } from '#contract/endpoints/entry.ts';
import { createUpload } from '#contract/endpoints/document-request.ts';
import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';
import { guessLimit, rateLimits } from '#contract/rate-limits.ts';
import { problemSchema } from '#contract/problem.ts';
import { createMemoryLimits } from '#hosts/node/limits/memory-limits.ts';
import { buildPng } from '#tests/support/build-picture.ts';
import { agentCredential, createTestBackend, testOrigin } from '#tests/support/create-test-backend.ts';
import { startTestSession } from '#tests/support/start-session.ts';

type Ask = { token: string; from?: string; endpoint?: Pick<Endpoint, 'method' | 'path'> };

async function openOffice() {
  const limits = { ...createMemoryLimits(), addressOf: ({ headers }: Request) => headers.get('x-from') ?? 'office' };
  const test = createTestBackend({ limits });
  const [first, second] = [await startTestSession({}, test), await startTestSession({}, test)];
  const send = ({ token, from = 'office', endpoint: { method, path } = getEntry }: Ask) =>
    test.backend(
      new Request(testOrigin + path, { method, headers: { authorization: `Bearer ${token}`, 'x-from': from } }),
    );
  const statuses = async (times: number, ask: (time: number) => Ask) => {
    const all = [];
    for (let time = 0; time < times; time += 1) all.push((await send(ask(time))).status);
    return all;
  };
  return { ...test, first: first.token, second: second.token, send, statuses };
}

const limitOf = (endpoint: Pick<Endpoint, 'method' | 'path'>) => {
  const limit = rateLimits.get(endpoint);
  if (!limit) throw new Error(`Failed to find the limit of ${endpoint.path}.`);
  return limit;
};
const guess = (time: number) => ({ token: `a-guess-of-a-link-number-${time}` });

describe('One link', () => {
  it.each([getEntry, requestNewLink, createUpload])(
    'may be used so often a minute, and no more: $method $path',
    async (endpoint) => {
      const { first, second, statuses } = await openOffice();
      const { points } = limitOf(endpoint).credential;
      expect(await statuses(points, () => ({ token: first, endpoint }))).not.toContain(429);
      expect(await statuses(2, () => ({ token: first, endpoint }))).toEqual([429, 429]);
      expect(await statuses(1, () => ({ token: second, endpoint }))).not.toContain(429);
      expect(await statuses(1, () => ({ token: first, from: 'elsewhere', endpoint }))).toEqual([429]);
    },
  );

  it('that is held up hears the code and when to come back, and nothing was done', async () => {
    const { first, send, statuses } = await openOffice();
    await statuses(limitOf(getEntry).credential.points, () => ({ token: first }));
    const refused = await send({ token: first });
    const { code, retryAfter = 0 } = problemSchema.parse(await refused.json());
    expect([refused.status, code]).toEqual([429, 'too-many-requests']);
    expect(retryAfter).toBeGreaterThan(50);
    expect(retryAfter).toBeLessThanOrEqual(60);
    expect(refused.headers.get('retry-after')).toBe(String(retryAfter));
  });

  it('is counted whichever way its path and method are written', async () => {
    const { first, statuses } = await openOffice();
    const ways = [
      { method: 'HEAD', path: getEntry.path },
      { method: 'GET', path: '/api/%65ntry' },
    ] as const;
    await statuses(limitOf(getEntry).credential.points, (time) => ({
      token: first,
      endpoint: ways[time % 2] ?? getEntry,
    }));
    for (const endpoint of [...ways, getEntry])
      expect(await statuses(1, () => ({ token: first, endpoint }))).not.toEqual([200]);
  });
});

describe('One address', () => {
  it('holds a whole office, and not an unlimited one', async () => {
    const { backend, deps, agent, pass, logLines, statuses, first } = await openOffice();
    const { points } = limitOf(getEntry).address;
    const tokens: string[] = [];
    for (let at = 0; at < 20; at += 1)
      tokens.push((await startTestSession({}, { backend, deps, agent, pass, logLines })).token);
    const each = (time: number) => ({ token: tokens[time % tokens.length] ?? '' });
    expect(await statuses(points, each)).toEqual(Array(points).fill(200));
    expect(await statuses(1, () => ({ token: first }))).toEqual([429]);
    expect(await statuses(1, () => ({ token: first, from: 'elsewhere' }))).toEqual([200]);
  });

  it('from which links are guessed is soon refused before anything is looked up, whatever is asked for', async () => {
    const { statuses, second } = await openOffice();
    const asked = [getEntry, getSession] as const;
    const all = await statuses(guessLimit.points + 1, (time) => ({
      ...guess(time),
      endpoint: asked[time % 2] ?? getEntry,
    }));
    expect(new Set(all)).toEqual(new Set([404]));
    expect(await statuses(2, (time) => ({ ...guess(time), endpoint: getSession }))).toEqual([429, 429]);
    expect(await statuses(1, () => ({ token: second }))).toEqual([429]);
    expect(await statuses(1, () => ({ token: second, from: 'elsewhere' }))).toEqual([200]);
  });

  it('from which links are guessed still serves those who were inside', async () => {
    const { statuses, first } = await openOffice();
    expect(await statuses(1, () => ({ token: first }))).toEqual([200]);
    await statuses(guessLimit.points + 1, guess);
    expect(await statuses(2, () => ({ token: first, endpoint: getSession }))).toEqual([200, 200]);
  });

  it('from which links are guessed is refused also to guesses that something public was asked for with', async () => {
    const { agent, statuses } = await openOffice();
    const fileId = await agent.addLogo(buildPng(8, 8));
    await statuses(guessLimit.points + 1, guess);
    const logo = { ...getLogo, path: `/api/logos/${fileId}` } as const;
    expect(await statuses(1, () => ({ ...guess(99), endpoint: logo }))).toEqual([200]);
    expect(await statuses(1, () => guess(99))).toEqual([429]);
  });

  it('from which agents are guessed is refused to agents alone', async () => {
    const { backend, statuses, first } = await openOffice();
    const setPresenceAs = async (credential: string) => {
      const headers = { authorization: `Bearer ${credential}`, 'content-type': 'application/json' };
      const init = { method: setPresence.method, headers, body: '{"connected":true}' };
      return (await backend(new Request(testOrigin + setPresence.path, init))).status;
    };
    expect(await setPresenceAs(agentCredential)).toBe(204);
    for (let time = 0; time <= guessLimit.points; time += 1) expect(await setPresenceAs(guess(time).token)).toBe(401);
    expect(await setPresenceAs(guess(0).token)).toBe(429);
    expect(await setPresenceAs(agentCredential)).toBe(204);
    expect(await statuses(1, () => ({ token: first }))).toEqual([200]);
  });
});
