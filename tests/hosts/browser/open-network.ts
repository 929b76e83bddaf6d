/** A customer behind a pretended network, on a backend of their own. */
import type { StartSessionInput } from '#contract/agent.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import type { BuiltScenario } from '#backend/scenarios/scenario-stage.ts';
import type { Conditions } from '#hosts/browser/conditions.ts';
import { createConditionsKeeper, createMemoryShelf } from '#hosts/browser/conditions-keeper.ts';
import type { PretendedNetwork } from '#hosts/browser/pretended-network.ts';
import { withNetworkFaults } from '#hosts/browser/with-network-faults.ts';
import { agentCredential, createTestBackend } from '#tests/support/create-test-backend.ts';
import { createCaller, startTestSession } from '#tests/support/start-session.ts';

export const nobody = { tell: () => undefined, listen: () => () => undefined, close: () => undefined };

/** What the page of this device was told. */
function createHeardNetwork() {
  const reasons = new Set<string>();
  const heard: string[] = [];
  const network: PretendedNetwork = {
    cut(reason) {
      reasons.add(reason);
      heard.push(`cut by ${reason}`);
    },
    restore(reason) {
      if (reasons.delete(reason)) heard.push(`restored by ${reason}`);
    },
    isCut: () => reasons.size > 0,
  };
  return { network, heard };
}

type World = {
  session?: Partial<StartSessionInput>;
  build?: (test: ReturnType<typeof createTestBackend>) => Promise<BuiltScenario>;
};

export async function openNetwork({ session = {}, build }: World = {}) {
  const test = createTestBackend();
  const scenario = await build?.(test);
  const { url, sessionId, interactions } = scenario
    ? { url: scenario.url, sessionId: '', interactions: [] }
    : await startTestSession(session, test);
  const conditions = await createConditionsKeeper(createMemoryShelf(), nobody);
  const { network, heard } = createHeardNetwork();
  const backend = withNetworkFaults(test.backend, {
    scenarios: { list: () => Promise.resolve(scenario ? [scenario] : []) },
    conditions,
    network,
  });

  return {
    ...test,
    sessionId,
    interactions,
    conditions,
    heard,
    set: (next: Partial<Conditions>) => conditions.change((before) => ({ ...before, ...next })),
    customer: createCaller(backend, readToken(url)),
    stranger: createCaller(backend, 'a-token-that-nobody-issued'),
    asAgent: createCaller(backend, agentCredential),
  };
}

/** What came of a request, in a word. */
export const toOutcome = (response: Response) => (response.type === 'error' ? 'no answer' : response.status);
