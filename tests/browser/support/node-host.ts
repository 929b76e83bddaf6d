/** The built room as the Node host serves it, with a database of its own; whatever its pages break of their policy fails the test. */
import { test as base, type BrowserContext, expect } from '@playwright/test';

import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { operatorTeam, startNodeHost } from '#tests/support/start-node-host.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { AddInteractionInput } from '#contract/agent.ts';

type Start = { settings?: SettingsLevel; interactions?: AddInteractionInput[] };

async function openHost() {
  const host = await startNodeHost({ siteFolder: 'dist/room' });
  return {
    ...host,
    startSession: ({ settings = {}, interactions = [] }: Start = {}) =>
      host.agent.startSession({
        team: operatorTeam,
        customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
        channel: 'email',
        settings: { branding: { companyName: 'Harbour Credit' }, ...settings },
        interactions,
      }),
    /** The customer by the contract alone. */
    customer: (url: string) => createCustomerClient((request) => fetch(request), url),
  };
}

/** What the browser refused to do because a page's policy does not allow it; workers included. */
async function watchViolations(context: BrowserContext): Promise<string[]> {
  const violations: string[] = [];
  context.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) violations.push(message.text());
  });
  await context.exposeFunction('tellViolation', (violation: string) => violations.push(violation));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      tellViolation(`${violatedDirective}: ${blockedURI} (${sourceFile})`);
    });
  });
  return violations;
}

declare global {
  const tellViolation: (violation: string) => void;
}

export const test = base.extend<{ host: Awaited<ReturnType<typeof openHost>>; violations: string[] }>({
  violations: [
    async ({ context }, use) => {
      const violations = await watchViolations(context);
      await use(violations);
      expect(violations).toEqual([]);
    },
    { auto: true },
  ],
  host: async ({}, use) => {
    const host = await openHost();
    await use(host);
    await host.stop();
  },
});
