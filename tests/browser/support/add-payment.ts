/** The agent of a scenario's team, who works from inside the customer's page: its own mock backend answers, whoever else has none. */
import type { Frame, Page } from '@playwright/test';

import type { AddInteractionInput } from '#contract/agent.ts';
import { addInteraction } from '#contract/endpoints/agent.ts';
import { toPath } from '#contract/endpoints/define-endpoint.ts';
import { getEntry } from '#contract/endpoints/entry.ts';
import { entrySchema } from '#contract/entry.ts';
import { teamIdSchema } from '#contract/ids.ts';
import { qaCredential } from '#backend/scenarios/scenario-agent.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';

/** A request of the page itself, so that its own mock backend answers. Gives the JSON that comes back. */
const ask = (page: Page | Frame, path: string, { credential, body }: { credential: string; body?: unknown }) =>
  page.evaluate(
    async ({ path, credential, body }): Promise<unknown> => {
      const response = await fetch(path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          authorization: `Bearer ${credential}`,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        ...(body !== undefined && { body }),
      });
      if (!response.ok) throw new Error(`Failed to ask ${path}: ${await response.text()}`);
      return response.json();
    },
    { path, credential, body: body === undefined ? undefined : JSON.stringify(body) },
  );

/** As the agent of the scenario's team: asks for one more payment. */
export async function addPayment(page: Page | Frame, scenario: ScenarioName, title: string): Promise<void> {
  const token = new URL(page.url()).pathname.split('/')[2] ?? '';
  const entry = entrySchema.parse(await ask(page, getEntry.path, { credential: token }));
  if (entry.kind !== 'open') throw new Error('Failed to add a payment: the session is not open.');
  await ask(page, toPath(addInteraction.path, { sessionId: entry.session.id }), {
    credential: qaCredential(teamIdSchema.parse(`scenario-${scenario}`)),
    body: {
      kind: 'payment',
      title,
      amount: { minorUnits: 1_200, currency: 'GBP' },
      purpose: 'A fee that came up later',
    } satisfies AddInteractionInput,
  });
}
