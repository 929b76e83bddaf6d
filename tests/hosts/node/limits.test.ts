import { afterEach, describe, expect, it } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import { guessLimit, rateLimits } from '#contract/rate-limits.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { askRaw } from '#tests/support/ask-raw.ts';
import { type NodeHost, operatorTeam, operatorToken, startNodeHost } from '#tests/support/start-node-host.ts';

const hosts: NodeHost[] = [];
afterEach(() => Promise.all(hosts.splice(0).map((host) => host.stop())));

const start = async (settings: Parameters<typeof startNodeHost>[0] = {}) => {
  const host = await startNodeHost(settings);
  hosts.push(host);
  const customer = { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null };
  const input = { team: operatorTeam, customer, channel: 'email', settings: {} } as const;
  const origin = `http://localhost:${host.port}`;
  const agent = createAgentClient((request) => fetch(request), origin, operatorToken);
  const link = async () => new URL((await agent.startSession({ ...input, interactions: [] })).url).pathname;
  const ask = (path: string, headers: Record<string, string> = {}) => askRaw(origin, path, { headers, method: 'GET' });
  const enter = (path: string, headers: Record<string, string> = {}) =>
    ask(getEntry.path, { authorization: `Bearer ${path.split('/')[2]}`, ...headers });
  return { host, link, ask, enter };
};

const perLink = rateLimits.get(getEntry)?.credential.points ?? 0;

describe('The host counts', () => {
  it('what comes by one link, as a page or as a request, and says when it goes on', async () => {
    const { host, link, ask, enter } = await start();
    const path = await link();
    for (let time = 0; time < perLink; time += 1) expect((await (time % 2 ? enter : ask)(path)).status).toBe(200);

    const refused = await enter(path);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const page = await ask(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain('data-status="429"');
    expect(page.text).toContain('too-many-requests');
    expect((await enter(await link())).status).toBe(200);
    expect(host.lines.join('')).not.toMatch(/127\.0\.0\.1|::1|0:0:0:0/);
  });

  it('pages of links that nobody was given as guesses', async () => {
    const { link, ask, enter } = await start();
    for (let time = 0; time <= guessLimit.points; time += 1)
      expect((await ask(`/s/a-guess-of-a-link-number-${time}`)).text).toContain('data-status="404"');
    expect((await ask('/s/another-guess-of-a-link')).text).toContain('data-status="429"');
    expect((await enter(await link())).status).toBe(429);
  });

  it('each customer behind a trusted proxy alone', async () => {
    const { enter } = await start({ settings: { limits: { trustedProxies: 1, areOn: true } } });
    const guess = (time: number, from: string) =>
      enter(`/s/a-guess-of-a-link-number-${time}`, { 'x-forwarded-for': from });
    for (let time = 0; time <= guessLimit.points; time += 1)
      expect((await guess(time, `192.0.2.${time}, 203.0.113.7`)).status).toBe(404);
    expect((await guess(0, '192.0.2.1, 203.0.113.7')).status).toBe(429);
    expect((await guess(0, '203.0.113.8')).status).toBe(404);
  });

  it('nobody where it is told so', async () => {
    const { enter } = await start({ settings: { limits: { trustedProxies: 0, areOn: false } } });
    for (let time = 0; time < perLink + 5; time += 1)
      expect((await enter(`/s/a-guess-of-a-link-number-${time}`)).status).toBe(404);
  });
});

describe('A page that is asked for without TLS', () => {
  const publicOrigin = 'https://room.example.com';
  const plain = { 'x-forwarded-proto': 'http' };

  it('is where its address is https, when a trusted proxy says so', async () => {
    const { link, ask } = await start({ settings: { publicOrigin, limits: { trustedProxies: 1, areOn: true } } });
    const path = await link();
    const answer = await ask(`${path}?lang=pl`, plain);
    expect([answer.status, answer.headers['location']]).toEqual([308, `${publicOrigin}${path}?lang=pl`]);
    const elsewhere = await ask('//evil.example/', plain);
    expect([elsewhere.status, elsewhere.headers['location']]).toEqual([308, `${publicOrigin}//evil.example/`]);
    expect((await ask(path, { 'x-forwarded-proto': 'https' })).status).toBe(200);
    expect((await ask('/healthz', plain)).status).toBe(200);
  });

  it('is the page when anybody else says so', async () => {
    const { link, ask } = await start({ settings: { publicOrigin } });
    expect((await ask(await link(), plain)).status).toBe(200);
  });
});
