/**
 * What can go wrong between customer and backend, as data: scenarios come with faults, QA adds more, and the host that plays the
 * network (`hosts/browser/with-network-faults.ts`) acts on them. The backend itself knows nothing of them.
 */
import * as z from 'zod/mini';

import { allEndpoints } from '#contract/endpoints/all-endpoints.ts';

export const faultModes = [
  /** The device has no network: it says so, and no answer comes. */
  'offline',
  /** 503. */
  'unavailable',
  /** 429, to be tried again a few seconds later. */
  'too-many-requests',
  /** 500 `internal`. */
  'server-error',
  /** The backend does what was asked, and its answer never arrives. */
  'lost-answer',
  /** The answer comes, some seconds late. */
  'slow',
  /** The live feed is cut after it started. */
  'dropped-stream',
  /** What carries a session also carries one interaction of a kind that this app does not know. */
  'newer-backend',
] as const;
export type FaultMode = (typeof faultModes)[number];

/** As the endpoint table names its lines. */
export type EndpointName = keyof typeof allEndpoints;

const isFaultTarget = (name: unknown) =>
  name === 'any' || (typeof name === 'string' && Object.hasOwn(allEndpoints, name));

export const networkFaultSchema = z.object({
  mode: z.enum(faultModes),
  endpoint: z.custom<EndpointName | 'any'>(isFaultTarget),
  /** How many requests it meets; null = every one, until it is taken away. */
  times: z.nullable(z.int().check(z.minimum(1), z.maximum(1_000))),
});
export type NetworkFault = z.infer<typeof networkFaultSchema>;

/** The list after one of its faults met a request. */
export const spendFault = (faults: readonly NetworkFault[], met: NetworkFault): NetworkFault[] =>
  faults.flatMap((fault) => {
    if (fault !== met || fault.times === null) return [fault];
    return fault.times === 1 ? [] : [{ ...fault, times: fault.times - 1 }];
  });
