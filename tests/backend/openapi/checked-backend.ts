/** A backend whose every exchange is held against what it says of itself at `/api/openapi.json`. */
import { getApiDescription } from '#contract/endpoints/description.ts';
import type { Backend } from '#backend/create-backend.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { createExchangeCheck } from '#tests/support/check-exchange.ts';
import { agentCredential, createTestBackend, testOrigin } from '#tests/support/create-test-backend.ts';

export async function createCheckedBackend() {
  const test = createTestBackend({ servesLinks: true });
  const describedBy: unknown = await (await test.backend(new Request(testOrigin + getApiDescription.path))).json();
  const { check, complain } = createExchangeCheck(describedBy);
  const seen = new Set<string>();
  const complaints: string[] = [];

  const backend: Backend = async (request) => {
    const sent = request.clone();
    const response = await test.backend(request);
    const { operationId, complaints: found } = await check(sent, response.clone());
    if (response.status < 400) seen.add(operationId);
    complaints.push(...found.map((complaint) => `${operationId}: ${complaint}`));
    return response;
  };
  return {
    ...test,
    backend,
    agent: createAgentClient(backend, testOrigin, agentCredential),
    complain,
    /** Endpoints that answered what was asked. */
    seen,
    complaints,
  };
}
export type CheckedBackend = Awaited<ReturnType<typeof createCheckedBackend>>;
