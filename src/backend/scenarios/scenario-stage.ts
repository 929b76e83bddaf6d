/**
 * Where one scenario is set up: its own business (system, team and agent) on the given backend, so that no two scenarios share a
 * policy or a presence. `ago` acts in the past, for what only time can bring about.
 */
import * as z from 'zod/mini';

import type { StartSessionInput } from '#contract/agent.ts';
import { getEntry } from '#contract/endpoints/entry.ts';
import type { FileId, SessionId, TeamId } from '#contract/ids.ts';
import type { Session } from '#contract/session.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { createBackend } from '#backend/create-backend.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { createCustomerClient, type CustomerClient } from '#backend/scenarios/customer-client.ts';
import { networkFaultSchema } from '#backend/scenarios/network-fault.ts';
import { authenticateQaAgent, qaCredential } from '#backend/scenarios/scenario-agent.ts';
import { otherTeamOf, scenarioTeam } from '#backend/scenarios/scenario-store.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

export const builtScenarioSchema = z.object({
  url: z.url(),
  /** What a host adds that the contract cannot express; counted per page load, for requests with this link's token. */
  faults: z.array(networkFaultSchema),
  /** Whether what happens while the customer is inside has happened. */
  isPlayed: z.boolean(),
});
export type BuiltScenario = z.infer<typeof builtScenarioSchema>;

export type Stage = {
  agent: ReturnType<typeof createAgentClient>;
  customer: (url: string) => CustomerClient;
  policy: (settings: SettingsLevel) => Promise<void>;
  systemPolicy: (settings: SettingsLevel) => Promise<void>;
  /** Another team of the same business, with these settings. */
  addTeam: (settings: SettingsLevel) => Promise<TeamId>;
  /** By email, to Maya Thompson, unless said otherwise. */
  start: (input?: Partial<StartSessionInput>) => ReturnType<ReturnType<typeof createAgentClient>['startSession']>;
  addAgreement: () => Promise<FileId>;
  addLogo: () => Promise<FileId>;
  loadFont: BackendDeps['loadFont'];
  /** What the customer of a link sees of the session. */
  look: (url: string) => Promise<Session>;
  /** What no endpoint brings about yet. */
  change: (id: SessionId, change: (record: SessionRecord) => Partial<SessionRecord>) => Promise<void>;
  /** The link in the newest message that went to the customer of a session. */
  readNewestLink: (id: SessionId) => Promise<string>;
  /** The same, milliseconds earlier. */
  ago: (milliseconds: number) => Stage;
};

export const minute = 60 * 1_000;
export const day = 24 * 60 * minute;

export function createStage(deps: BackendDeps, name: string, ago = 0): Stage {
  const team = scenarioTeam(name);
  const backend = createBackend({
    ...deps,
    now: () => deps.now() - ago,
    authenticateAgent: authenticateQaAgent,
  });
  const agent = createAgentClient(backend, deps.publicOrigin, qaCredential(team));
  const customer = (url: string) => createCustomerClient(backend, url);

  return {
    agent,
    customer,
    policy: (settings) => agent.saveTeamSettings(team, settings),
    systemPolicy: (settings) => agent.saveSystemSettings(settings),
    addTeam: async (settings) => {
      const other = otherTeamOf(team);
      await agent.saveTeamSettings(other, settings);
      return other;
    },
    start: (input = {}) =>
      agent.startSession({
        team,
        customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: '+447700900142' },
        channel: 'email',
        settings: {},
        interactions: [],
        ...input,
      }),
    addAgreement: async () => {
      const { createSampleAgreement } = await import('#backend/scenarios/sample-agreement.ts');
      return agent.addDocument(await createSampleAgreement());
    },
    addLogo: async () => {
      const { createSampleLogo } = await import('#backend/scenarios/sample-logo.ts');
      return agent.addLogo(await createSampleLogo());
    },
    loadFont: deps.loadFont,
    look: async (url) => {
      const entry = await customer(url).ask(getEntry);
      if (entry.kind !== 'open') throw new Error(`Failed to look into “${name}”: ${entry.kind}.`);
      return entry.session;
    },
    change: (id, change) => changeRecord(deps, id, change),
    readNewestLink: async (id) => {
      const message = (await deps.store.listOutbox()).findLast(({ sessionId }) => sessionId === id);
      if (!message?.url) throw new Error(`Failed to read the outbox of “${name}”: it holds no link.`);
      return message.url;
    },
    ago: (milliseconds) => createStage(deps, name, milliseconds),
  };
}

/** A build step that leaves nothing for the host to do. */
export const asBuilt = ({ url }: { url: string }): BuiltScenario => ({ url, faults: [], isPlayed: false });
