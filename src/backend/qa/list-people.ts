/** GET /api/qa/people: who may be picked to work as. */
import { listQaPeople } from '#contract/endpoints/qa.ts';
import { route } from '#backend/http/route.ts';
import { listQaPeople as listOfTeam } from '#backend/scenarios/scenario-agent.ts';
import { scenarioList } from '#backend/scenarios/scenario-list.ts';
import { scenarioTeam } from '#backend/scenarios/scenario-store.ts';

export const listQaPeopleRoute = route(listQaPeople, () =>
  Promise.resolve({ people: scenarioList.flatMap(({ name }) => listOfTeam(scenarioTeam(name))) }),
);
