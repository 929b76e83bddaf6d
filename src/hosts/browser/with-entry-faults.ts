/**
 * Lets the entry of some scenarios fail at first: no answer, or 503, a number of times after each page load. Failures of this
 * sort happen between customer and backend, so the backend itself knows nothing of them.
 */
import { getEntry } from '#contract/endpoints/entry.ts';
import { AppError } from '#backend/app-error.ts';
import type { Backend } from '#backend/create-backend.ts';
import { toProblemResponse } from '#backend/http/to-problem-response.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import type { BuiltScenario } from '#backend/scenarios/scenario-stage.ts';
import type { ScenarioShelf } from '#hosts/browser/browser-world.ts';

export function withEntryFaults(backend: Backend, scenarios: Pick<ScenarioShelf, 'list'>): Backend {
  const failures = new Map<string, number>();

  return async (request) => {
    const scenario = isEntry(request) ? await findFaulty(scenarios, request) : undefined;
    const failed = scenario && (failures.get(scenario.url) ?? 0);
    if (!scenario?.entryFault || failed === undefined || failed >= scenario.entryFault.times) {
      return backend(request);
    }
    failures.set(scenario.url, failed + 1);
    return scenario.entryFault.mode === 'network'
      ? Response.error()
      : toProblemResponse(new AppError('service-unavailable'), 'scenario');
  };
}

const isEntry = ({ method, url }: Request) => method === getEntry.method && new URL(url).pathname === getEntry.path;

async function findFaulty(
  scenarios: Pick<ScenarioShelf, 'list'>,
  request: Request,
): Promise<BuiltScenario | undefined> {
  const authorization = request.headers.get('authorization');
  const built = await scenarios.list();
  return built.find(({ url, entryFault }) => entryFault && authorization === `Bearer ${readToken(url)}`);
}
