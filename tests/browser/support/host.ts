/**
 * Whoever answers the customer's page, and what journeys want of it that no page shows. Each project of `playwright.config.ts` has one:
 * the mock backend inside QA's browser, or the Node host.
 */
import type { BrowserContext, Page } from '@playwright/test';

import type { TeamId } from '#contract/ids.ts';
import type { Language } from '#contract/language.ts';
import type { OutboxMessage } from '#backend/messages/outbox-message.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';

export type HostKind = 'qa' | 'node';

/** Where the business works: its requests come from no customer's page. */
export type Desk = {
  origin: string;
  /** Of this test alone. */
  team: TeamId;
  /** The agent's, as a bearer. */
  credential: string;
  send: (request: Request) => Promise<Response>;
};

type SentMessage = Pick<OutboxMessage, 'channel' | 'to' | 'url'> & { kind: string };

export type Host = {
  openDesk: (context: BrowserContext) => Promise<Desk>;
  /** Ends on the first screen. Gives the customer's link. */
  openScenario: (page: Page, name: ScenarioName, language?: Language) => Promise<string>;
  /** Every message that left, oldest first, to the customer who stands on this page. */
  readOutbox: (page: Page) => Promise<SentMessage[]>;
  /** All that is kept, as text; bytes by their length and a sum. The page is left. */
  readEverything: (page: Page) => Promise<string>;
  /** The time it is from now on, for the page and for whoever answers it. */
  setTime: (page: Page, time: number) => Promise<void>;
};
