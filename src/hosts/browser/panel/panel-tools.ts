/**
 * What QA's panel works with. Sessions, settings and agents are reached through the contract only, by a backend that no pretended
 * network is in front of; what a change in the store is good for here is to know when to ask again.
 */
import { inspectSession, saveSessionSettings } from '#contract/endpoints/qa.ts';
import { toPath } from '#contract/endpoints/define-endpoint.ts';
import { type SessionId, type TeamId, teamIdSchema } from '#contract/ids.ts';
import { problemSchema } from '#contract/problem.ts';
import { type Inspection, inspectionSchema } from '#contract/qa.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { Backend } from '#backend/create-backend.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { qaCredential } from '#backend/scenarios/scenario-agent.ts';
import { isScenarioName, type ScenarioName } from '#backend/scenarios/scenario-list.ts';
import type { BrowserWorld } from '#hosts/browser/browser-world.ts';
import type { ConditionsKeeper } from '#hosts/browser/conditions-keeper.ts';
import type { TabChannel } from '#hosts/browser/tab-channel.ts';

export type Level = 'session' | 'team' | 'system';

export type PanelTools = {
  conditions: ConditionsKeeper;
  /** Null: there is no session behind this link. */
  inspect: () => Promise<Inspection | null>;
  /** The agent of the session's team. */
  agent: (team: TeamId) => ReturnType<typeof createAgentClient>;
  saveSettings: (level: Level, session: Inspection['stored'], settings: SettingsLevel) => Promise<void>;
  /** Calls back when anything QA may be looking at has changed, in whatever tab. */
  watch: (session: SessionId | null, onNews: () => void) => () => void;
  /** False: everything is gone with the page. */
  isKept: boolean;
  enterAnew: () => void;
  rebuild: (scenario: ScenarioName) => Promise<void>;
  resetAll: () => Promise<void>;
};

type Surroundings = Pick<PanelTools, 'enterAnew' | 'rebuild' | 'resetAll'> & {
  /** Without a pretended network. */
  backend: Backend;
  world: BrowserWorld;
  channel: TabChannel;
  readToken: () => string;
};

const anybody = teamIdSchema.parse('qa');

export function createPanelTools({ backend, world, channel, readToken, ...actions }: Surroundings): PanelTools {
  const agent = (team: TeamId) => createAgentClient(backend, location.origin, qaCredential(team));
  const ask = (method: string, path: string, body?: string) =>
    backend(
      new Request(`${location.origin}${path}`, {
        method,
        headers: { authorization: `Bearer ${qaCredential(anybody)}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body }),
      }),
    );

  return {
    ...actions,
    agent,
    conditions: world.conditions,
    isKept: world.isKept,
    async inspect() {
      const response = await ask(
        inspectSession.method,
        `${inspectSession.path}?token=${encodeURIComponent(readToken())}`,
      );
      if (response.status === 404) return null;
      await assertOk(response);
      return inspectionSchema.parse(await response.json());
    },
    async saveSettings(level, { id, team }, settings) {
      if (level === 'system') return agent(team).saveSystemSettings(settings);
      if (level === 'team') return agent(team).saveTeamSettings(team, settings);
      const path = toPath(saveSessionSettings.path, { sessionId: id });
      return assertOk(await ask(saveSessionSettings.method, path, JSON.stringify(settings)));
    },
    watch: (session, onNews) => watchWorld(world, channel, session, onNews),
  };
}

async function assertOk(response: Response): Promise<void> {
  if (response.ok) return;
  const { code, fields = [] } = problemSchema.parse(await response.json());
  throw new Error([code, ...fields.map(({ path, message }) => `${path}: ${message}`)].join(', '));
}

function watchWorld(
  { store, conditions }: BrowserWorld,
  channel: TabChannel,
  session: SessionId | null,
  onNews: () => void,
) {
  const stops = [
    store.watchPresence(onNews),
    conditions.watch(onNews),
    channel.listen(({ kind }) => {
      if (kind === 'settings') onNews();
    }),
    ...(session ? [store.watchSession(session, onNews)] : []),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Scenarios have teams of their own, named after them; some have another one beside it. */
export function scenarioOf(team: TeamId): ScenarioName | null {
  const name = team.replace(/^scenario-/, '').replace(/_other$/, '');
  return name !== team && isScenarioName(name) ? name : null;
}
