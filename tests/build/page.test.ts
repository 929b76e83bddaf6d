import { runInNewContext } from 'node:vm';

import { readBuild } from '#tests/support/read-build.ts';
import { describe, expect, it } from 'vitest';

const { page, chunks } = readBuild('room');
const bundle = `/${chunks.find((chunk) => chunk.isEntry)?.file ?? 'none'}`;
const earlyScript = /<script>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
const answer = { ok: false };

type Placed = { textContent: string; dataset: Record<string, string> };

/** `placed`: what a host put into the page. */
const openPage = (pathname: string, placed: Placed | null = null) => {
  const requests: unknown[][] = [];
  const window: { __entry?: Promise<unknown> } = {};
  const entry = Promise.withResolvers<unknown>();
  const timers: (() => void)[] = [];
  runInNewContext(earlyScript, {
    location: { pathname },
    Response,
    window,
    fetch: (...request: unknown[]) => {
      requests.push(request);
      return entry.promise;
    },
    document: {
      readyState: 'loading',
      getElementById: () => placed,
      createElement: () => ({}),
      head: { append: (script: { type: string; src: string }) => requests.push([script.src, script.type]) },
    },
    addEventListener: () => undefined,
    setTimeout: (callback: () => void) => timers.push(callback),
  });
  return { requests, window, entry, runTimers: () => timers.forEach((callback) => callback()) };
};

describe('The page a customer lands on', () => {
  const entryRequest = [
    '/api/entry',
    { headers: { authorization: 'Bearer the-token' }, cache: 'no-store', credentials: 'same-origin' },
  ];

  it('asks for the entry first, and for the bundle, once, when its answer has begun', async () => {
    const { requests, window, entry, runTimers } = openPage('/s/the-token/i/interaction-1/2');
    expect(requests).toEqual([entryRequest]);

    entry.resolve(answer);
    expect(await window.__entry).toBe(answer);
    await expect.poll(() => requests).toEqual([entryRequest, [bundle, 'module']]);
    runTimers();
    expect(requests).toHaveLength(2);
  });

  it('does not wait for ever for the answer', () => {
    const { requests, runTimers } = openPage('/s/the-token');
    runTimers();
    expect(requests).toEqual([entryRequest, [bundle, 'module']]);
  });

  it('asks for the bundle where there will be no answer', async () => {
    const { requests, entry } = openPage('/s/the-token');
    entry.reject(new TypeError('Failed to fetch'));
    await expect.poll(() => requests).toEqual([entryRequest, [bundle, 'module']]);
  });

  it('takes the answer that the host has put into it, and asks for the bundle alone', async () => {
    const dataset = { status: '410', type: 'application/problem+json' };
    const { requests, window } = openPage('/s/the-token', { textContent: '{"code":"link-expired"}', dataset });
    await expect.poll(() => requests).toEqual([[bundle, 'module']]);
    const entry = await window.__entry;
    if (!(entry instanceof Response)) throw new Error('The page has no answer.');
    expect([entry.status, entry.headers.get('content-type')]).toEqual([410, 'application/problem+json']);
    expect(await entry.json()).toEqual({ code: 'link-expired' });
  });

  it('asks for no entry where there is no link in the address', () => {
    const { requests, window } = openPage('/');
    expect(requests).toEqual([[bundle, 'module']]);
    expect(window.__entry).toBeUndefined();
  });

  it('lets nothing else be found before them, and asks nobody else', () => {
    expect(page).not.toMatch(/<script[^>]+\ssrc=|<link[^>]+rel="?(modulepreload|preload|stylesheet|preconnect)/);
    expect(page.replaceAll('http://www.w3.org/', '')).not.toMatch(/(https?:)?\/\/[\w-]+\.[a-z]/i);
  });

  it('tells no other site the address, which is a credential', () => {
    expect(page).toContain('<meta name="referrer" content="no-referrer"');
  });

  it('has its styles inside, those of its shell among them', () => {
    const [, styles = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const [, shell = ''] = /<body>(.*?)<\/body>/s.exec(page) ?? [];
    expect(styles).toContain('--color-primary');
    const worn = [...shell.matchAll(/class="([^"]+)"/g)].map(([, name]) => `.${name}`);
    expect(worn.length).toBeGreaterThan(5);
    expect(worn.filter((name) => !styles.includes(name))).toEqual([]);
  });
});
