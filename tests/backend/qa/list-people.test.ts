import { expect, it } from 'vitest';

import { listSessions, whoAmI } from '#contract/endpoints/people.ts';
import { listQaPeople } from '#contract/endpoints/qa.ts';
import { teamIdSchema } from '#contract/ids.ts';
import { createBackend } from '#backend/create-backend.ts';
import { qaRoutes } from '#backend/qa/qa-routes.ts';
import { buildScenario } from '#backend/scenarios/build-scenario.ts';
import { openScenarioWorld } from '#tests/support/open-scenario-world.ts';
import { createCaller } from '#tests/support/start-session.ts';

it('QA picks somebody of a scenario, and sees what they see', async () => {
  const { deps } = openScenarioWorld();
  await buildScenario(deps, 'main-path');
  const backend = createBackend(deps, { extraRoutes: qaRoutes });
  const answer = await createCaller(backend, null)(listQaPeople);
  const { people } = listQaPeople.output.parse(await answer.json());
  const team = teamIdSchema.parse('scenario-main-path');
  const seen: unknown[] = [];
  for (const person of people.filter((one) => one.team === team)) {
    const call = createCaller(backend, person.credential);
    expect(await (await call(whoAmI)).json()).toMatchObject({ name: person.name, role: person.role });
    const { sessions } = listSessions.output.parse(await (await call(listSessions)).json());
    seen.push([person.role, sessions.length]);
  }
  expect(seen).toEqual([
    ['administrator', 1],
    ['supervisor', 1],
    ['agent', 0],
  ]);
});
