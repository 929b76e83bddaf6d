/**
 * A customer's browser on the QA flavour, and an agent beside it: the agent works in a tab of its own on the same mock backend, so
 * whatever reaches the customer's page came live from another tab.
 */
import { type BrowserContext, expect, type Page, test as base } from '@playwright/test';

import type { AddInteractionInput } from '#contract/agent.ts';
import { type TeamId, teamIdSchema } from '#contract/ids.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { qaCredential } from '#backend/scenarios/scenario-agent.ts';
import { createFaults, type Faults } from '#tests/browser/support/faults.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';

/** Any address behind which the backend runs and nothing else happens. */
const nobodysLink = '/s/a-link-that-nobody-was-given';

export type World = Awaited<ReturnType<typeof openWorld>>;

async function openWorld(context: BrowserContext) {
  const desk = await context.newPage();
  await desk.goto(nobodysLink);
  await expect(desk.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  const team = teamIdSchema.parse('browser-tests');
  const agent = createAgentClient((request) => sendFrom(desk, request), new URL(desk.url()).origin, qaCredential(team));
  return {
    agent,
    team,
    startSession: (start: Start) => startSession(agent, team, start),
    /** The customer on another device, by the contract alone: what is true, and what is done meanwhile. */
    customer: (url: string) => createCustomerClient((request) => sendFrom(desk, request), url),
  };
}

type Start = {
  settings?: SettingsLevel;
  interactions: AddInteractionInput[];
  isAgentConnected?: boolean;
};

async function startSession(
  agent: ReturnType<typeof createAgentClient>,
  team: TeamId,
  { settings = {}, interactions, isAgentConnected = true }: Start,
) {
  await agent.setPresence(isAgentConnected);
  return agent.startSession({
    team,
    customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
    channel: 'email',
    settings: { branding: { companyName: 'Harbour Credit' }, ...settings },
    interactions,
  });
}

/** Sends a request from inside a page, where the mock backend answers it. */
async function sendFrom(page: Page, request: Request): Promise<Response> {
  const body = Buffer.from(await request.arrayBuffer()).toString('base64');
  const answer = await page.evaluate(
    async ({ url, method, headers, body }) => {
      const bytes = Uint8Array.from(atob(body), (character) => character.codePointAt(0) ?? 0);
      const response = await fetch(url, { method, headers, ...(bytes.length > 0 && { body: bytes }) });
      return { status: response.status, headers: [...response.headers], text: await response.text() };
    },
    { url: request.url, method: request.method, headers: [...request.headers], body },
  );
  return new Response(answer.status === 204 ? null : answer.text, answer);
}

export const test = base.extend<{ world: World; faults: Faults }>({
  /** Of the customer's page. */
  faults: async ({ page }, use) => {
    await use(await createFaults(page));
  },
  world: async ({ context }, use) => {
    await use(await openWorld(context));
  },
});

/** A PDF that the agent sent before. */
export const addPdf = async ({ agent }: Pick<World, 'agent'>) => agent.addDocument(await buildPdf());
