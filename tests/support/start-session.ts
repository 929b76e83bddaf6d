/** A session of one customer on a test backend, with callers that say exactly what goes over the wire. */
import { type StartSessionInput, startSessionInputSchema } from '#contract/agent.ts';
import { type Endpoint, toPath } from '#contract/endpoints/define-endpoint.ts';
import type { Backend } from '#backend/create-backend.ts';
import { problemSchema } from '#contract/problem.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import {
  agentCredential,
  createTestBackend,
  type TestBackend,
  testOrigin,
  testTeam,
} from '#tests/support/create-test-backend.ts';

type Extras = {
  params?: Readonly<Record<string, string>>;
  query?: string;
  /** Sent as JSON. */
  input?: unknown;
  body?: BodyInit;
  key?: string;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
};

/** Calls an endpoint and gives the answer as it is, ok or not. `credential` null sends none. */
export const createCaller =
  (backend: Backend, credential: string | null, origin = testOrigin) =>
  async (endpoint: Pick<Endpoint, 'method' | 'path'>, extras: Extras = {}): Promise<Response> => {
    const { params = {}, query = '', input, key = crypto.randomUUID(), headers = {}, signal } = extras;
    const body = input === undefined ? extras.body : JSON.stringify(input);
    return backend(
      new Request(`${origin}${toPath(endpoint.path, params)}${query}`, {
        method: endpoint.method,
        headers: {
          'idempotency-key': key,
          ...(credential !== null && { authorization: `Bearer ${credential}` }),
          ...(input !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body }),
        ...(signal && { signal }),
      }),
    );
  };
export type Caller = ReturnType<typeof createCaller>;

export const readProblem = async (response: Response) => problemSchema.parse(await response.json());
export const readCode = async (response: Promise<Response>): Promise<string> => {
  const answer = await response;
  return answer.ok ? 'ok' : (await readProblem(answer)).code;
};

export const buildSessionInput = (overrides: Partial<StartSessionInput> = {}): StartSessionInput =>
  startSessionInputSchema.parse({
    team: testTeam,
    customer: { name: 'Cleo Customer', email: 'cleo@example.com', phone: '+48600700842' },
    channel: 'email',
    settings: {},
    interactions: [],
    ...overrides,
  });

export async function startTestSession(
  overrides: Partial<StartSessionInput> = {},
  test: TestBackend = createTestBackend(),
) {
  const { url, sessionId, interactions } = await test.agent.startSession(buildSessionInput(overrides));
  const token = readToken(url);
  return {
    ...test,
    url,
    token,
    sessionId,
    interactions,
    customer: createCaller(test.backend, token),
    asAgent: createCaller(test.backend, agentCredential),
  };
}
