/** The production flavour with a real backend behind it, on one address. */
import { createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import type { Backend } from '#backend/create-backend.ts';
import { serveFolder } from '#tests/support/static-server.ts';
import { test as base, type Page, type Request } from '@playwright/test';

import type { SettingsLevel } from '#contract/settings.ts';
import type { AddInteractionInput } from '#contract/agent.ts';

type Start = { settings?: SettingsLevel; interactions?: AddInteractionInput[]; companyName?: string };

async function openHost() {
  const opened = Promise.withResolvers<Backend>();
  const { origin, stop } = await serveFolder('dist/room', async (request) => (await opened.promise)(request));
  const { backend, agent } = createTestBackend({ publicOrigin: origin });
  opened.resolve(backend);
  return {
    agent,
    stop,
    /** Gives the customer's link. */
    startSession: async ({ settings = {}, interactions = [], companyName = 'Harbour Credit' }: Start = {}) => {
      const { url } = await agent.startSession({
        team: testTeam,
        customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
        channel: 'email',
        settings: { branding: { companyName }, ...settings },
        interactions,
      });
      return origin + new URL(url).pathname;
    },
  };
}

export const test = base.extend<{ host: Awaited<ReturnType<typeof openHost>> }>({
  host: async ({}, use) => {
    const host = await openHost();
    await use(host);
    host.stop();
  },
});

/** Nothing after the first `count` requests is answered until it is let through. */
export async function holdRequests(page: Page, count: number) {
  const requests: Request[] = [];
  const gate = Promise.withResolvers<void>();
  await page.route('**', async (route, request) => {
    requests.push(request);
    if (requests.length > count) await gate.promise;
    await route.continue();
  });
  return { requests, letThrough: () => gate.resolve() };
}
