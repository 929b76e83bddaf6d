/**
 * Plays the network between customers and backend: what QA's conditions, and the scenario behind a link, make of it. Agents are left
 * alone, so that whatever is broken can be put right. The backend itself knows nothing of any of this.
 */
import { AppError } from '#backend/app-error.ts';
import type { Backend } from '#backend/create-backend.ts';
import { toProblemResponse } from '#backend/http/to-problem-response.ts';
import type { FaultMode, NetworkFault } from '#backend/scenarios/network-fault.ts';
import { asNewerBackend } from '#hosts/browser/as-newer-backend.ts';
import type { ScenarioShelf } from '#hosts/browser/browser-world.ts';
import type { ConditionsKeeper } from '#hosts/browser/conditions-keeper.ts';
import { faultFits, findEndpoint, type NamedEndpoint } from '#hosts/browser/find-endpoint.ts';
import { createOpenStreams, type OpenStreams } from '#hosts/browser/open-streams.ts';
import type { PretendedNetwork } from '#hosts/browser/pretended-network.ts';
import { createScenarioFaults } from '#hosts/browser/scenario-faults.ts';

type Surroundings = {
  scenarios: Pick<ScenarioShelf, 'list'>;
  conditions: ConditionsKeeper;
  network: PretendedNetwork;
};

/** How long the device stays without network after the last request that an `offline` fault met. */
const offlinePause = 3_000;
/** How late a slow answer comes. */
const slowness = 4_000;
/** How long a feed that is to be dropped lives. */
const streamLife = 500;

/** Seconds to wait after too many requests. */
const pauseAfterMany = 3;

const failing: readonly FaultMode[] = ['offline', 'unavailable', 'too-many-requests', 'server-error', 'lost-answer'];

export function withNetworkFaults(backend: Backend, { scenarios, conditions, network }: Surroundings): Backend {
  const streams = createOpenStreams();
  const scenarioFaults = createScenarioFaults(scenarios);
  followConditions(conditions, network, streams);

  const cut = (reason: 'fault' | 'scenario') => {
    network.cut(reason);
    streams.cutAll();
  };

  const take = async (request: Request, fits: (fault: NetworkFault) => boolean): Promise<FaultMode | undefined> => {
    const fault = await conditions.takeFault(fits);
    if (fault) {
      if (fault.mode === 'offline') cut('fault');
      return fault.mode;
    }
    const met = await scenarioFaults.take(request, fits);
    if (met?.fault.mode === 'offline') {
      cut('scenario');
      if (met.isLast) setTimeout(() => network.restore('scenario'), offlinePause);
    }
    return met?.fault.mode;
  };

  const answerTruly = async (request: Request, endpoint: NamedEndpoint): Promise<Response> => {
    const meets = (mode: FaultMode) => take(request, (fault) => fault.mode === mode && faultFits(fault, endpoint));
    let answer = await backend(request);
    if (await meets('slow')) await pass(slowness);
    if (await meets('newer-backend')) answer = await asNewerBackend(answer);
    if (endpoint.output !== 'events') return answer;
    const stream = streams.track(answer);
    if (await meets('dropped-stream')) setTimeout(stream.cut, streamLife);
    return stream.answer;
  };

  return async (request) => {
    const endpoint = findEndpoint(request);
    if (!endpoint || endpoint.caller === 'agent') return backend(request);
    if (conditions.current().isOffline) return Response.error();

    const mode = await take(request, (fault) => failing.includes(fault.mode) && faultFits(fault, endpoint));
    if (network.isCut()) return Response.error();
    const answer = mode ? await answerFailing(mode, backend, request) : await answerTruly(request, endpoint);
    await pass(conditions.current().latency);
    return answer;
  };
}

async function answerFailing(mode: FaultMode, backend: Backend, request: Request): Promise<Response> {
  switch (mode) {
    case 'unavailable':
      return toProblemResponse(new AppError('service-unavailable'), 'network-fault');
    case 'too-many-requests':
      return toProblemResponse(new AppError('too-many-requests', { retryAfter: pauseAfterMany }), 'network-fault');
    case 'server-error':
      return toProblemResponse(new AppError('internal'), 'network-fault');
    case 'lost-answer': {
      const answer = await backend(request);
      await answer.body?.cancel();
      return Response.error();
    }
    case 'offline':
    case 'slow':
    case 'dropped-stream':
    case 'newer-backend':
      return Response.error();
  }
}

/** What does not wait for the next request: the device goes offline and comes back, feeds that are open break off. */
function followConditions(conditions: ConditionsKeeper, network: PretendedNetwork, streams: OpenStreams): void {
  let isDropping = false;
  let comingBack: ReturnType<typeof setTimeout> | undefined;
  const drop = async () => {
    const isDrop = ({ mode }: NetworkFault) => mode === 'dropped-stream';
    // Note: taking a fault is a change of the conditions itself, which leads here again.
    if (isDropping || !streams.hasAny() || !conditions.current().faults.some(isDrop)) return;
    isDropping = true;
    if (await conditions.takeFault(isDrop)) streams.cutAll();
    isDropping = false;
  };
  const follow = () => {
    const { isOffline, faults } = conditions.current();
    if (isOffline) {
      network.cut('qa');
      streams.cutAll();
    } else {
      network.restore('qa');
    }
    clearTimeout(comingBack);
    const staysAway = faults.some(({ mode }) => mode === 'offline');
    if (!staysAway) comingBack = setTimeout(() => network.restore('fault'), offlinePause);
    void drop();
  };
  conditions.watch(follow);
  follow();
}

const pass = (milliseconds: number): Promise<void> | undefined =>
  milliseconds === 0
    ? undefined
    : new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
      });
