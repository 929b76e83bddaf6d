/** One call to the host. What it refused is told from what it did not answer, because it was killed meanwhile. */
import { type Endpoint, toPath } from '#contract/endpoints/define-endpoint.ts';
import { problemSchema } from '#contract/problem.ts';

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

export type Extras = {
  params?: Readonly<Record<string, string>>;
  key?: string;
  /** Sent as JSON. */
  input?: unknown;
  body?: Uint8Array<ArrayBuffer>;
  headers?: Readonly<Record<string, string>>;
};

export type Answer = { headers: Headers; bytes: Uint8Array<ArrayBuffer>; json: () => unknown };

/** @throws {RefusedError} with the code; anything else that is thrown is no answer. */
export async function callHost(
  origin: string,
  credential: string,
  { method, path }: Pick<Endpoint, 'method' | 'path'>,
  { params = {}, key, input, body, headers = {} }: Extras = {},
): Promise<Answer> {
  const sent = input === undefined ? body : JSON.stringify(input);
  const response = await fetch(origin + toPath(path, params), {
    method,
    headers: {
      authorization: `Bearer ${credential}`,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(input !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent !== undefined && { body: sent }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const json = (): unknown => JSON.parse(new TextDecoder().decode(bytes));
  if (response.ok) return { headers: response.headers, bytes, json };
  // Note: an answer to HEAD has no body, and its status has to do.
  const { code } = bytes.byteLength === 0 ? { code: String(response.status) } : problemSchema.parse(json());
  throw new RefusedError(code);
}
