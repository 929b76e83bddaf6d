/** Which line of the endpoint table a request is for, and which faults can meet it. */
import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';
import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';
import { entrySchema } from '#contract/entry.ts';
import { paymentResultSchema } from '#contract/payment.ts';
import { sessionSchema } from '#contract/session.ts';
import type { EndpointName, FaultMode, NetworkFault } from '#backend/scenarios/network-fault.ts';

export type NamedEndpoint = { name: EndpointName } & Pick<Endpoint, 'method' | 'path' | 'caller' | 'output'>;

const isEndpointName = (name: string): name is EndpointName => Object.hasOwn(allEndpoints, name);

const lines = Object.keys(allEndpoints)
  .filter(isEndpointName)
  .map((name): NamedEndpoint & { pattern: RegExp } => {
    const endpoint = allEndpoints[name];
    return { ...endpoint, name, pattern: new RegExp(`^${endpoint.path.replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`) };
  });

export function findEndpoint({ method, url }: Pick<Request, 'method' | 'url'>): NamedEndpoint | undefined {
  const { pathname } = new URL(url);
  return lines.find((line) => line.method === method && line.pattern.test(pathname));
}

const sessionCarriers = new Set<unknown>([sessionSchema, entrySchema, paymentResultSchema, 'events']);

const canMeet: Readonly<Record<FaultMode, (endpoint: NamedEndpoint) => boolean>> = {
  offline: () => true,
  unavailable: () => true,
  'too-many-requests': () => true,
  'server-error': () => true,
  'lost-answer': () => true,
  slow: () => true,
  'dropped-stream': ({ output }) => output === 'events',
  'newer-backend': ({ output }) => sessionCarriers.has(output),
};

export const faultFits = ({ mode, endpoint: target }: NetworkFault, endpoint: NamedEndpoint): boolean =>
  (target === 'any' || target === endpoint.name) && canMeet[mode](endpoint);

/** What a fault of this mode can be aimed at: requests of customers, in the order of the table. */
export const listFaultTargets = (mode: FaultMode): NamedEndpoint[] =>
  lines.filter((line) => line.caller !== 'agent' && line.path.startsWith('/api/') && canMeet[mode](line));
