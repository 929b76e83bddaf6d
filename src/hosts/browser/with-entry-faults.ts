/**
 * Lets the entry of some scenarios fail at first: no network, or 503, a number of times after each page load. Failures of this
 * sort happen between customer and backend, so the backend itself knows nothing of them.
 */
import { getEntry } from '#contract/endpoints/entry.ts';
import { AppError } from '#backend/app-error.ts';
import type { Backend } from '#backend/create-backend.ts';
import { toProblemResponse } from '#backend/http/to-problem-response.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import type { EntryFault } from '#backend/scenarios/scenario-stage.ts';
import type { ScenarioShelf } from '#hosts/browser/browser-world.ts';
import type { PretendedNetwork } from '#hosts/browser/pretended-network.ts';

type Known = Pick<ScenarioShelf, 'list'>;

export function withEntryFaults(backend: Backend, scenarios: Known, network: PretendedNetwork): Backend {
  const failures = new Map<string, number>();

  return async (request) => {
    const fault = isEntry(request) ? await findFault(scenarios, request) : null;
    if (!fault) return backend(request);
    const failed = (failures.get(fault.url) ?? 0) + 1;
    if (failed > fault.times) return backend(request);

    failures.set(fault.url, failed);
    if (fault.mode === 'unavailable') return toProblemResponse(new AppError('service-unavailable'), 'scenario');
    network.cut();
    if (failed === fault.times) network.restoreSoon();
    return Response.error();
  };
}

const isEntry = ({ method, url }: Request) => method === getEntry.method && new URL(url).pathname === getEntry.path;

async function findFault(scenarios: Known, request: Request): Promise<(EntryFault & { url: string }) | null> {
  const authorization = request.headers.get('authorization');
  const built = await scenarios.list();
  const scenario = built.find(({ url }) => authorization === `Bearer ${readToken(url)}`);
  return scenario?.entryFault ? { ...scenario.entryFault, url: scenario.url } : null;
}
