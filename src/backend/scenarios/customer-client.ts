/** A customer who works through the contract, by the link alone: how scenarios and tests bring a session half way. */
import type * as z from 'zod/mini';

import { type Endpoint, type Schema, toPath } from '#contract/endpoints/define-endpoint.ts';
import { problemSchema } from '#contract/problem.ts';

type Send = (request: Request) => Promise<Response>;
type Line = Pick<Endpoint, 'method' | 'path'>;
type Extras = {
  params?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  body?: BodyInit;
};

export type CustomerClient = ReturnType<typeof createCustomerClient>;

/** The token of a session link: `https://room.example.com/s/TOKEN`. */
export const readToken = (url: string): string => new URL(url).pathname.split('/')[2] ?? '';

export function createCustomerClient(send: Send, url: string) {
  const { origin } = new URL(url);
  const token = readToken(url);

  /** An ok answer, whatever it holds. */
  const request = async (
    { method, path }: Line,
    { params = {}, headers = {}, body }: Extras = {},
  ): Promise<Response> => {
    const response = await send(
      new Request(`${origin}${toPath(path, params)}`, {
        method,
        redirect: 'manual',
        headers: {
          authorization: `Bearer ${token}`,
          'idempotency-key': crypto.randomUUID(),
          ...headers,
        },
        ...(body !== undefined && { body }),
      }),
    );
    if (response.status < 400) return response;
    const { code, fields } = problemSchema.parse(await response.json());
    throw new Error(`Failed to ${method} ${path}: ${code} ${JSON.stringify(fields ?? [])}`);
  };

  return {
    origin,
    url,
    request,
    /** Sends JSON (or nothing) and parses the JSON that comes back. */
    ask: async <Output extends Schema>(
      endpoint: Line & { output: Output },
      params: Readonly<Record<string, string>> = {},
      input?: unknown,
    ): Promise<z.output<Output>> => {
      const response = await request(endpoint, {
        params,
        ...(input !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(input),
        }),
      });
      return endpoint.output.parse(await response.json());
    },
  };
}
