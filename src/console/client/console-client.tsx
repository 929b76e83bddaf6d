/** The one way of the console to the backend: every call as whoever is signed in, and word to the app when nobody is any more. */
import { createContext, type ReactNode, use } from 'react';
import type * as z from 'zod/mini';

import { type Endpoint, type Schema, toPath } from '#contract/endpoints/define-endpoint.ts';
import type { meSchema } from '#contract/person.ts';
import type { RightsHolder } from '#domain/rights.ts';
import { credential } from '#console/client/credential.ts';
import { assertOk, callEndpoint, type CallOptions, parseAnswer, sendRequest } from '#lib/api/call-endpoint.ts';
import { failureCode, NetworkError } from '#lib/api/failures.ts';

type BoundOptions = Omit<CallOptions, 'token'>;

export type ConsoleClient = {
  /** @throws {ApiError | NetworkError | ContractError} */
  ask: <Input extends Schema | null, Output extends Schema>(
    endpoint: Endpoint<Input, Output>,
    input: Input extends Schema ? z.input<Input> : null,
    options?: BoundOptions,
  ) => Promise<z.output<Output>>;
  /** For endpoints that answer nothing. @throws as `ask` */
  tell: <Input extends Schema | null>(
    endpoint: Endpoint<Input, null>,
    input: Input extends Schema ? z.input<Input> : null,
    options?: BoundOptions,
  ) => Promise<void>;
  /** Bytes as they are (a document, a logo). @throws as `ask` */
  sendFile: <Output extends Schema>(
    endpoint: Endpoint<'bytes', Output>,
    file: Blob,
    options?: BoundOptions,
  ) => Promise<z.output<Output>>;
  /** For bytes and streams that come back: an ok response. @throws as `ask` */
  fetch: (endpoint: Pick<Endpoint, 'method' | 'path'>, options?: BoundOptions) => Promise<Response>;
};

/** `onSignedOut`: the backend knows nobody behind our calls. */
export function createConsoleClient(onSignedOut: () => void): ConsoleClient {
  const watch = async <Result,>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      if (failureCode(error) === 'not-signed-in') onSignedOut();
      throw error;
    }
  };
  const token = () => credential.read();
  return {
    ask: (endpoint, input, options) => watch(callEndpoint(endpoint, input, { ...options, token: token() })),
    tell: async (endpoint, input, options) => {
      const body = input === null ? undefined : JSON.stringify(input);
      await watch(sendRequest(endpoint, body, { ...options, token: token() }));
    },
    fetch: (endpoint, options) => watch(sendRequest(endpoint, undefined, { ...options, token: token() })),
    sendFile: (endpoint, file, options) => watch(sendBytes(endpoint, file, { ...options, token: token() })),
  };
}

async function sendBytes<Output extends Schema>(
  endpoint: Endpoint<'bytes', Output>,
  file: Blob,
  { token, params = {}, query, key, signal }: CallOptions,
): Promise<z.output<Output>> {
  const search = query ? `?${new URLSearchParams(query).toString()}` : '';
  const response = await fetch(`${toPath(endpoint.path, params)}${search}`, {
    method: endpoint.method,
    body: file,
    headers: {
      'content-type': 'application/octet-stream',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
    },
    ...(signal && { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new NetworkError({ cause });
  });
  await assertOk(endpoint, response, signal);
  return parseAnswer(endpoint, response, signal);
}

export type Me = RightsHolder & z.infer<typeof meSchema>;

/** What the backend says of whoever is signed in, as `domain/rights.ts` asks for it. */
export function toMe(known: z.infer<typeof meSchema>): Me {
  const [own, ...others] = known.teams;
  if (!own) throw new Error('Failed to read who is signed in: they have no team.');
  return { ...known, team: own.id, otherTeams: others.map(({ id }) => id) };
}

const ConsoleContext = createContext<(ConsoleClient & { me: Me }) | null>(null);

type ConsoleProviderProps = { client: ConsoleClient; me: Me; children: ReactNode };

export const ConsoleProvider = ({ client, me, children }: ConsoleProviderProps) => (
  <ConsoleContext value={{ ...client, me }}>{children}</ConsoleContext>
);

/** Who is signed in, and how to ask for things as them. */
export function useConsole(): ConsoleClient & { me: Me } {
  const context = use(ConsoleContext);
  if (!context) throw new Error('Failed to find who is signed in: no ConsoleProvider above.');
  return context;
}
