/** The client of one session: the link's token bound to every call. Screens get it from here and know no token. */
import { createContext, type ReactNode, use } from 'react';
import type * as z from 'zod/mini';

import type { Endpoint, Schema } from '#contract/endpoints/define-endpoint.ts';
import { callEndpoint, type CallOptions, sendRequest } from '#lib/api/call-endpoint.ts';

type BoundOptions = Omit<CallOptions, 'token'>;

export type SessionClient = {
  /** Names this session in storage keys without giving its token away. */
  storageKey: string;
  /** For clients that make their own requests (uploads). */
  authorization: string;
  call: <Input extends Schema | 'bytes' | null, Output extends Schema>(
    endpoint: Endpoint<Input, Output>,
    input: Input extends Schema ? z.input<Input> : null,
    options?: BoundOptions,
  ) => Promise<z.output<Output>>;
  /** For bytes and streams: an ok response. */
  send: (endpoint: Pick<Endpoint, 'method' | 'path'>, options?: BoundOptions) => Promise<Response>;
};

export const createSessionClient = (token: string): SessionClient => ({
  storageKey: toStorageKey(token),
  authorization: `Bearer ${token}`,
  call: (endpoint, input, options) => callEndpoint(endpoint, input, { ...options, token }),
  send: (endpoint, options) => sendRequest(endpoint, undefined, { ...options, token }),
});

/** A short non-reversible name (FNV-1a, 64 bits): storage outlives the visit, so the token itself is never written there. */
function toStorageKey(token: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const character of token) {
    hash ^= BigInt(character.codePointAt(0) ?? 0);
    hash = BigInt.asUintN(64, hash * 0x100000001b3n);
  }
  return hash.toString(36);
}

const SessionClientContext = createContext<SessionClient | null>(null);

export const SessionClientProvider = ({ client, children }: { client: SessionClient; children: ReactNode }) => (
  <SessionClientContext value={client}>{children}</SessionClientContext>
);

export function useSessionClient(): SessionClient {
  const client = use(SessionClientContext);
  if (!client) throw new Error('Failed to find the session client: no SessionClientProvider above.');
  return client;
}
