/**
 * What can go wrong between the page and whatever answers it, whoever that is: the page's own `fetch` is wrapped before the app starts,
 * and asks here what is to happen to each call. Faults are planned by endpoint of the contract table, the oldest plan first.
 */
import type { Page } from '@playwright/test';

import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';

/**
 * Before anything was done: `offline` no answer, `server-error` a 502 of something in between, `garbage` a page where JSON was due.
 * After it was done: `lost-answer` no answer, `late-error` a 504, `broken-answer` JSON that breaks the contract, `held` an answer that
 * is still on its way when the page is reloaded, `newer-backend` an entry with one interaction more, of a kind that nobody here knows.
 */
export type Fault =
  'offline' | 'server-error' | 'garbage' | 'lost-answer' | 'late-error' | 'broken-answer' | 'held' | 'newer-backend';

type Line = Pick<Endpoint, 'method' | 'path'>;
type Plan = { line: Line; fault: Fault; times: number };

declare global {
  /** In the page: what is to happen to this call; null = nothing. */
  const nextFault: (method: string, pathname: string) => Promise<string | null>;
}

const toPattern = ({ path }: Line) => new RegExp(`^${path.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`);
const isCall = (line: Line, method: string, pathname: string) =>
  line.method === method && toPattern(line).test(pathname);

const neverArrive: readonly (Fault | null)[] = ['offline', 'server-error', 'garbage'];

export type Faults = Awaited<ReturnType<typeof createFaults>>;

/** Call before the page goes anywhere. */
export async function createFaults(page: Page) {
  let plans: Plan[] = [];
  let isCut = false;
  const calls: { method: string; pathname: string; fault: Fault | null }[] = [];

  const resolveFault = (method: string, pathname: string): Fault | null => {
    if (isCut) return 'offline';
    const plan = plans.find(({ line }) => isCall(line, method, pathname));
    if (!plan) return null;
    plan.times -= 1;
    plans = plans.filter(({ times }) => times > 0);
    return plan.fault;
  };
  await page.exposeFunction('nextFault', (method: string, pathname: string) => {
    const fault = resolveFault(method, pathname);
    calls.push({ method, pathname, fault });
    return fault;
  });
  await page.addInitScript(wrapFetch);
  await page.addInitScript(leaveOutEntry);

  const list = (line: Line) => calls.filter(({ method, pathname }) => isCall(line, method, pathname));
  return {
    fail: (line: Line, fault: Fault, { times = 1 } = {}) => {
      plans.push({ line, fault, times });
    },
    /** What was planned and has not happened is forgotten. */
    heal: () => {
      plans = [];
    },
    /** How often it was asked for. */
    countCalls: (line: Line) => list(line).length,
    /** How often that reached the backend. */
    countArrived: (line: Line) => list(line).filter(({ fault }) => !neverArrive.includes(fault)).length,
    /** The device loses its network: nothing gets through, and what is on its way breaks off. */
    cut: async () => {
      isCut = true;
      await tellDevice(page, false);
    },
    restore: async () => {
      isCut = false;
      await tellDevice(page, true);
    },
  };
}

/** Note: the browser's own switch does not reach what a service worker answers. */
const tellDevice = (page: Page, isOnline: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(navigator, 'onLine', { value, configurable: true });
    dispatchEvent(new Event(value ? 'online' : 'offline'));
  }, isOnline);

/**
 * Runs in the page. A host may have put the entry into it (decision 019), and then nobody would ask: here it is as if the page had not
 * waited for its entry. Note: observers are told before the next script of the page runs.
 */
function leaveOutEntry(): void {
  new MutationObserver((_, observer) => {
    const entry = document.getElementById('entry');
    if (!entry) return;
    entry.remove();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page. Whoever replaces `fetch` later (an in-page backend) is wrapped as well. */
function wrapFetch(): void {
  let inner = globalThis.fetch;
  let network = new AbortController();
  addEventListener('offline', () => {
    network.abort(new TypeError('Failed to fetch'));
    network = new AbortController();
  });

  const wrap =
    (send: typeof fetch): typeof fetch =>
    async (input, init) => {
      const { url, method } = input instanceof Request ? input : new Request(input, { method: init?.method ?? 'GET' });
      const { pathname } = new URL(url);
      if (!pathname.startsWith('/api/')) return send(input, init);

      const { signal } = network;
      const fault = await nextFault(method, pathname);
      if (fault === 'offline') throw new TypeError('Failed to fetch');
      if (fault === 'server-error') return new Response('<h1>Bad gateway</h1>', { status: 502 });
      if (fault === 'garbage') return new Response('<h1>Welcome to our café</h1>');

      const signals = init?.signal ? [init.signal, signal] : [signal];
      const answer = await send(input, { ...init, signal: AbortSignal.any(signals) });
      if (fault === 'lost-answer') throw new TypeError('Failed to fetch');
      if (fault === 'late-error') return new Response('<h1>Gateway timeout</h1>', { status: 504 });
      if (fault === 'broken-answer') return Response.json({ understood: false });
      if (fault === 'held') return new Promise(() => undefined);
      if (fault === 'newer-backend') {
        const unknown = `"interactions":[{"id":"from-a-newer-backend","kind":"video-call","title":"A call","status":"new","revision":1,
          "addedAt":"2026-11-22T10:00:00.000Z","closedAt":null,"reason":null,"files":[]},`;
        return new Response((await answer.text()).replace('"interactions":[', unknown), answer);
      }
      return answer;
    };

  Object.defineProperty(globalThis, 'fetch', {
    configurable: true,
    get: () => wrap(inner),
    set: (next: typeof fetch) => {
      inner = next;
    },
  });
}
