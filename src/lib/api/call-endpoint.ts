/** The one way to the backend: builds the request from the endpoint table, parses what comes back, throws one of three failures. */
import type * as z from 'zod/mini';

import { type Endpoint, type Schema, toPath } from '#contract/endpoints/define-endpoint.ts';
import { type IdempotencyKey, idempotencyKeySchema } from '#contract/ids.ts';
import { problemContentType, problemSchema } from '#contract/problem.ts';
import { ApiError, ContractError, NetworkError } from '#lib/api/failures.ts';

export type CallOptions = {
  /** Null: by whatever the browser itself sends along, or as nobody. */
  token: string | null;
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  /** One per intent, kept when the same intent is tried again. */
  key?: IdempotencyKey;
  signal?: AbortSignal;
};

export const createKey = (): IdempotencyKey => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return idempotencyKeySchema.parse(text);
};

/** Sends and parses a JSON endpoint. @throws {ApiError | NetworkError | ContractError} */
export async function callEndpoint<Input extends Schema | 'bytes' | null, Output extends Schema>(
  endpoint: Endpoint<Input, Output>,
  input: Input extends Schema ? z.input<Input> : null,
  options: CallOptions,
): Promise<z.output<Output>> {
  const response = await sendRequest(endpoint, input === null ? undefined : JSON.stringify(input), options);
  return parseAnswer(endpoint, response, options.signal);
}

/** Sends to an endpoint whose answer is not JSON and gives the response, which is ok. @throws {ApiError | NetworkError | ContractError} */
export async function sendRequest(
  endpoint: Pick<Endpoint, 'method' | 'path'>,
  body: string | undefined,
  { token, params = {}, query, key, signal }: CallOptions,
): Promise<Response> {
  // Note: cookies mean nothing to the backend, but a request without credentials needs a connection of its own.
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  const response = await fetch(`${toPath(endpoint.path, params)}${search}`, {
    method: endpoint.method,
    cache: 'no-store',
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      'accept-language': document.documentElement.lang,
      ...(key && { 'idempotency-key': key }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new NetworkError({ cause });
  });
  await assertOk(endpoint, response, signal);
  return response;
}

/** @throws {ApiError} for a problem, and for 5xx of a proxy that knows no problems; {ContractError} for anything else that is not ok. */
export async function assertOk(
  { method, path }: Pick<Endpoint, 'method' | 'path'>,
  response: Response,
  signal?: AbortSignal,
): Promise<void> {
  if (response.ok) return;
  const isProblem = response.headers.get('content-type')?.startsWith(problemContentType);
  const problem = isProblem ? problemSchema.safeParse(await readJsonBody(response, signal)) : undefined;
  if (problem?.success) throw new ApiError(problem.data);
  if (response.status >= 500) {
    throw new ApiError({
      type: 'about:blank',
      title: response.statusText,
      status: response.status,
      code: 'service-unavailable',
      requestId: response.headers.get('x-request-id') ?? '',
    });
  }
  throw new ContractError(`${method} ${path}`);
}

/** Parses an ok answer by the endpoint's output. @throws {ContractError | NetworkError} */
export async function parseAnswer<Output extends Schema>(
  { method, path, output }: Pick<Endpoint<Schema | 'bytes' | null, Output>, 'method' | 'path' | 'output'>,
  response: Response,
  signal?: AbortSignal,
): Promise<z.output<Output>> {
  const result = output.safeParse(await readJsonBody(response, signal));
  if (!result.success) throw new ContractError(`${method} ${path}`, { cause: result.error });
  return result.data;
}

/** What is not JSON reads as undefined, which no schema takes; a body that was cut off is a network failure, one we stopped is neither. */
async function readJsonBody(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    if (signal?.aborted) throw cause;
    throw new NetworkError({ cause });
  }
}
