/** What is known of an endpoint to get its requests wrong: one that it takes, who may send it, and where to go astray. */
import { usedKey } from '#tests/backend/http/hostile/start-world.ts';

type Params = Readonly<Record<string, string>>;
export type Headers = Readonly<Record<string, string>>;
type Body = Uint8Array<ArrayBuffer>;

export type Change = {
  params?: Params;
  query?: string;
  input?: unknown;
  headers?: Headers;
  body?: Body;
  credential?: string;
};

export type Target = {
  credential: string | null;
  params: Params;
  query?: string;
  /** Sent as JSON. */
  input?: unknown;
  body?: Body;
  headers: Headers;
  /** Whether it asks for an Idempotency-Key. */
  needsKey: boolean;
  /** Parameters that name what belongs to nobody here, is of another kind, or of another customer. */
  foreign: readonly Params[];
  /** Credentials of people who exist and may not do this. */
  strangers: readonly string[];
  /** Each refused although its shape is right. */
  wrong: readonly Change[];
};
export type Targets = Readonly<Record<string, Target>>;

export const json = { 'content-type': 'application/json' };
export const base = { params: {}, headers: {}, needsKey: false, foreign: [], strangers: [], wrong: [] } as const;
export const keyed = { ...base, needsKey: true, wrong: [{ headers: { 'idempotency-key': usedKey } }] } as const;

export const toBytes = (text: string): Body => new TextEncoder().encode(text);
