/** A customer's browser, and an agent beside it, on either host. What a page breaks of its policy fails the test. */
import { expect, type Page, test as base } from '@playwright/test';

import type { AddInteractionInput } from '#contract/agent.ts';
import { listOutbox } from '#contract/endpoints/outbox.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { createFaults, type Faults } from '#tests/browser/support/faults.ts';
import type { Desk, Host, HostKind } from '#tests/browser/support/host.ts';
import { qaHost } from '#tests/browser/support/qa-host.ts';
import { watchViolations } from '#tests/browser/support/violations.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';
import { createCaller } from '#tests/support/start-session.ts';

export type World = ReturnType<typeof createWorld>;

function createWorld({ origin, team, credential, send }: Desk) {
  const agent = createAgentClient(send, origin, credential);
  const callAs = (bearer: string) => createCaller(send, bearer, origin);
  const call = callAs(credential);
  return {
    origin,
    credential,
    agent,
    /** As whoever works at the desk: the answer as it is, ok or not. */
    call,
    callAs,
    team,
    startSession: async ({ settings = {}, interactions = [], isAgentConnected = true }: Start = {}) => {
      await agent.setPresence(isAgentConnected);
      return agent.startSession({
        team,
        customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
        channel: 'email',
        settings: { branding: { companyName: 'Harbour Credit' }, ...settings },
        interactions,
      });
    },
    /** What was written to customers here, newest first. */
    readMessages: async (query: Readonly<Record<string, string>> = {}) => {
      const answer = await call(listOutbox, { query: `?${new URLSearchParams(query).toString()}` });
      return listOutbox.output.parse(await answer.json()).messages;
    },
    /** The customer on another device, by the contract alone: what is true, and what is done meanwhile. */
    customer: (url: string) => createCustomerClient(send, url),
  };
}

type Start = {
  settings?: SettingsLevel;
  interactions?: AddInteractionInput[];
  isAgentConnected?: boolean;
};

type OfTest = { world: World; faults: Faults; violations: string[]; desk: Page };
type OfWorker = { hostKind: HostKind; host: Host };

export const test = base.extend<OfTest, OfWorker>({
  hostKind: ['qa', { option: true, scope: 'worker' }],
  host: [
    async ({ hostKind }, use) => {
      if (hostKind === 'qa') return use(qaHost);
      // Note: workers of the other host should not load a server.
      const { openNodeHost } = await import('#tests/browser/support/node-host.ts');
      const host = await openNodeHost();
      await use(host);
      return host.stop();
    },
    { scope: 'worker' },
  ],
  violations: [
    async ({ context }, use) => {
      const violations = await watchViolations(context);
      await use(violations);
      expect(violations).toEqual([]);
    },
    { auto: true },
  ],
  /** Of the customer's page. */
  faults: async ({ page }, use) => {
    await use(await createFaults(page));
  },
  /** Of somebody of the business, in a browser of their own. Note: the mock backend lives in one browser, so there it is a tab. */
  desk: async ({ browser, context, hostKind, viewport }, use) => {
    const own = hostKind === 'node' ? await browser.newContext({ viewport }) : null;
    await use(await (own ?? context).newPage());
    await own?.close();
  },
  world: async ({ context, host }, use) => {
    await use(createWorld(await host.openDesk(context)));
  },
});

/** A PDF that the agent sent before. */
export const addPdf = async ({ agent }: Pick<World, 'agent'>) => agent.addDocument(await buildPdf());
