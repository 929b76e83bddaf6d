/**
 * Joins a line of the endpoint table with the code that answers it: input parsed on the way in, output parsed on the way
 * out, so neither side can break the contract unseen.
 */
import type * as z from 'zod/mini';

import type { Endpoint, Schema } from '#contract/endpoints/define-endpoint.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { assertAgent } from '#backend/http/caller.ts';
import { readJson } from '#backend/http/read-json.ts';

export type Call = {
  deps: BackendDeps;
  request: Request;
  params: Readonly<Record<string, string>>;
  requestId: string;
};

export type AgentCall = Call & { agent: Agent };

export type Route = {
  endpoint: Pick<Endpoint, 'method' | 'path' | 'caller'>;
  handle: (call: Call) => Promise<Response>;
};

type Output = Schema | 'bytes' | 'events' | 'page' | null;
type OutputOf<Out> = Out extends Schema ? z.input<Out> : Out extends null ? Response | undefined : Response;

type Public = 'customer' | 'anyone';

/** An endpoint without a JSON body; raw bytes are read by the handler. */
export const route = <Out extends Output>(
  endpoint: Endpoint<'bytes' | null, Out, Public>,
  handler: (call: Call) => Promise<OutputOf<Out>>,
): Route => ({
  endpoint,
  handle: async (call) => toResponse(endpoint.output, await handler(call)),
});

/** An endpoint with a JSON body. */
export const inputRoute = <In extends Schema, Out extends Output>(
  endpoint: Endpoint<In, Out, Public>,
  handler: (call: Call & { input: z.output<In> }) => Promise<OutputOf<Out>>,
): Route => ({
  endpoint,
  handle: async (call) => {
    const input = await readJson(call.request, endpoint.input);
    return toResponse(endpoint.output, await handler({ ...call, input }));
  },
});

/** The same for agents: before anything is read, whoever calls is known, and theirs is a role that may do the line's action to something. */
export const agentRoute = <Out extends Output>(
  endpoint: Endpoint<'bytes' | null, Out, 'agent'>,
  handler: (call: AgentCall) => Promise<OutputOf<Out>>,
): Route => ({
  endpoint,
  handle: async (call) => {
    const agent = await assertAgent(call.deps, call.request, endpoint.action);
    return toResponse(endpoint.output, await handler({ ...call, agent }));
  },
});

export const agentInputRoute = <In extends Schema, Out extends Output>(
  endpoint: Endpoint<In, Out, 'agent'>,
  handler: (call: AgentCall & { input: z.output<In> }) => Promise<OutputOf<Out>>,
): Route => ({
  endpoint,
  handle: async (call) => {
    const agent = await assertAgent(call.deps, call.request, endpoint.action);
    const input = await readJson(call.request, endpoint.input);
    return toResponse(endpoint.output, await handler({ ...call, agent, input }));
  },
});

function toResponse(schema: Output, output: unknown): Response {
  if (output instanceof Response) return output;
  if (typeof schema !== 'object' || schema === null) return new Response(null, { status: 204 });
  return Response.json(schema.parse(output), { headers: { 'cache-control': 'no-store' } });
}
