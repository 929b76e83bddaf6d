/**
 * Where one scenario is set up: its own team and agent on the given backend, so that no two scenarios share a policy or a
 * presence. `daysAgo` acts in the past, for what only time can bring about.
 */
import * as z from 'zod/mini';

import type { StartSessionInput } from '#contract/agent.ts';
import type { FileId } from '#contract/ids.ts';
import { teamIdSchema } from '#contract/ids.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { createBackend } from '#backend/create-backend.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { networkFaultSchema } from '#backend/scenarios/network-fault.ts';
import { authenticateQaAgent, qaCredential } from '#backend/scenarios/scenario-agent.ts';

/** `faults`: what a host adds that the contract cannot express; counted per page load, for requests with this link's token. */
export const builtScenarioSchema = z.object({ url: z.url(), faults: z.array(networkFaultSchema) });
export type BuiltScenario = z.infer<typeof builtScenarioSchema>;

export type Stage = ReturnType<typeof createStage>;

const day = 24 * 60 * 60 * 1_000;

export function createStage(deps: BackendDeps, name: string, { daysAgo = 0 } = {}) {
  const team = teamIdSchema.parse(`scenario-${name}`);
  const backend = createBackend({
    ...deps,
    now: () => deps.now() - daysAgo * day,
    authenticateAgent: authenticateQaAgent,
  });
  const agent = createAgentClient(backend, deps.publicOrigin, qaCredential(team));

  return {
    agent,
    customer: (url: string) => createCustomerClient(backend, url),
    policy: (settings: SettingsLevel) => agent.saveTeamSettings(team, settings),
    /** By email, to Maya Thompson, unless said otherwise. */
    start: (input: Partial<StartSessionInput> = {}) =>
      agent.startSession({
        team,
        customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: '+447700900142' },
        channel: 'email',
        settings: {},
        interactions: [],
        ...input,
      }),
    addAgreement: async (): Promise<FileId> => {
      const { createSampleAgreement } = await import('#backend/scenarios/sample-agreement.ts');
      return agent.addDocument(await createSampleAgreement());
    },
    addLogo: async (): Promise<FileId> => {
      const { createSampleLogo } = await import('#backend/scenarios/sample-logo.ts');
      return agent.addLogo(await createSampleLogo());
    },
  };
}

/** A build step that leaves nothing for the host to do. */
export const asBuilt = ({ url }: { url: string }): BuiltScenario => ({ url, faults: [] });
