/**
 * The shape of one line of the endpoint table (`all-endpoints.ts`), the only place where URLs are written. Client, backend,
 * QA and OpenAPI read it. Lines live in one file an area, so that the customer's first load brings only what it calls.
 */
import type * as z from 'zod/mini';

import type { ErrorCode } from '#contract/error-codes.ts';
import type { Action } from '#contract/rights.ts';

export type Schema = z.ZodMiniType;

type QueryName =
  'after' | 'typing' | 'search' | 'state' | 'team' | 'agent' | 'cursor' | 'delivery' | 'channel' | 'session' | 'name';

/**
 * Who may call: the customer with the link's token as bearer, an agent who may do the line's action (`domain/rights.ts`), or anyone (what
 * is public by its nature, or carries its own proof).
 */
export type Caller = 'customer' | 'agent' | 'anyone';
/** Note: without it a line of agents does not compile, and nothing serves one without asking. */
type ActionOf<Who extends Caller> = Who extends 'agent' ? { action: Action } : { action?: never };

export type Endpoint<
  Input extends Schema | 'bytes' | null = Schema | 'bytes' | null,
  Output extends Schema | 'bytes' | 'events' | 'page' | null = Schema | 'bytes' | 'events' | 'page' | null,
  Who extends Caller = Caller,
> = {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Parameters as `:name`, one path segment each. */
  path: `/${string}`;
  caller: Who;
  /** A JSON body, raw bytes, or none. */
  input: Input;
  /** A JSON answer, raw bytes, an SSE stream of live events, an HTML page, or none (204). */
  output: Output;
  /** Names of what may follow the path after `?`; what each means is in `backend/openapi/describe-api.ts`. */
  query?: readonly QueryName[];
  /** What it may answer besides what every endpoint may (`commonErrors`). */
  errors: readonly ErrorCode[];
} & ActionOf<Who>;

/** What any endpoint may answer. */
export const commonErrors = [
  'malformed-request',
  'invalid-input',
  'body-too-large',
  'unsupported-media-type',
  'too-many-requests',
  'internal',
  'service-unavailable',
] as const satisfies readonly ErrorCode[];

/** What any customer endpoint may answer besides. */
export const customerErrors = [
  'link-unknown',
  'link-expired',
  'session-ended',
  'consent-required',
] as const satisfies readonly ErrorCode[];

/** What any endpoint of agents may answer besides. */
export const agentErrors = ['not-signed-in', 'not-allowed'] as const satisfies readonly ErrorCode[];

export const defineEndpoint = <
  const Input extends Schema | 'bytes' | null,
  const Output extends Schema | 'bytes' | 'events' | 'page' | null,
  const Who extends Caller,
>(
  endpoint: Endpoint<Input, Output, Who>,
): Endpoint<Input, Output, Who> => endpoint;

/** Fills a path's parameters, each encoded as one segment. */
export const toPath = (path: string, parameters: Readonly<Record<string, string>>): string =>
  path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`Failed to build ${path}: no value for :${name}.`);
    return encodeURIComponent(value);
  });
