/** One scenario from the beginning: a new session, its business and agent as they were; the old link is left to itself. */
import { teamIdSchema } from '#contract/ids.ts';
import type { Backend } from '#backend/create-backend.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { qaCredential } from '#backend/scenarios/scenario-agent.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import type { BuiltScenario } from '#backend/scenarios/scenario-stage.ts';
import type { ScenarioShelf } from '#hosts/browser/browser-world.ts';
import { ensureScenario } from '#hosts/browser/ensure-scenario.ts';

type Surroundings = { backend: Backend; deps: BackendDeps; scenarios: ScenarioShelf };

export async function rebuildScenario(
  { backend, deps, scenarios }: Surroundings,
  name: ScenarioName,
): Promise<BuiltScenario> {
  const team = teamIdSchema.parse(`scenario-${name}`);
  const agent = createAgentClient(backend, deps.publicOrigin, qaCredential(team));
  await agent.setPresence(false);
  await agent.saveTeamSettings(team, {});
  await agent.saveSystemSettings({});
  await scenarios.forget(name);
  return ensureScenario(deps, scenarios, name);
}
