import { expect, test } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import { teamIdSchema } from '#contract/ids.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { authenticateQaAgent, qaCredential } from '#backend/scenarios/scenario-agent.ts';
import { openBrowserWorld } from '#hosts/browser/browser-world.ts';
import { ensureScenario } from '#hosts/browser/ensure-scenario.ts';
import { scenarioOf } from '#hosts/browser/panel/panel-tools.ts';
import { rebuildScenario } from '#hosts/browser/rebuild-scenario.ts';
import { nobody } from '#tests/hosts/browser/open-network.ts';
import { createTestBackend, testOrigin } from '#tests/support/create-test-backend.ts';

test('A scenario built anew is another session, with policy and agent as they were', async () => {
  const { scenarios } = await openBrowserWorld(nobody);
  const { backend, deps } = createTestBackend({ authenticateAgent: authenticateQaAgent });
  const team = teamIdSchema.parse('scenario-main-path');
  const agent = createAgentClient(backend, testOrigin, qaCredential(team));
  const enter = (url: string) => createCustomerClient(backend, url).ask(getEntry);
  const { url } = await ensureScenario(deps, scenarios, 'main-path');
  const before = await enter(url);
  if (before.kind !== 'open') throw new Error('Failed to enter.');

  await agent.saveSystemSettings({ chat: false });
  await agent.saveTeamSettings(team, { autoOpen: false });
  await agent.setPresence(true);

  const rebuilt = await rebuildScenario({ backend, deps, scenarios }, 'main-path');
  expect(rebuilt.url).not.toBe(url);
  await expect(scenarios.find('main-path')).resolves.toEqual(rebuilt);
  const { logo, ...branding } = before.policy.branding;
  expect(logo.value).not.toBeNull();
  expect(await enter(rebuilt.url)).toMatchObject({
    policy: { ...before.policy, branding },
    agentActivity: before.agentActivity,
  });
});

test.each([
  ['scenario-main-path', 'main-path'],
  ['scenario-main-path_other', 'main-path'],
  ['scenario-of-nobody', null],
  ['team-1', null],
  ['main-path', null],
])('The team %s is of scenario %s', (team, scenario) => {
  expect(scenarioOf(teamIdSchema.parse(team))).toBe(scenario);
});
