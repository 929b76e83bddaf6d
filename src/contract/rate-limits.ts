/**
 * How often one link and one address may call, beside the endpoint table; what is not named here is bounded by what it needs: a link
 * that works. Generous for people: an office or a family comes from one address. A host counts (`backend/http/within-limits.ts`).
 */
import { signalAgentTyping } from '#contract/endpoints/agent-session.ts';
import { createUpload } from '#contract/endpoints/document-request.ts';
import type { Endpoint } from '#contract/endpoints/define-endpoint.ts';
import { getEntry, requestNewLink } from '#contract/endpoints/entry.ts';
import { handOver } from '#contract/endpoints/hand-over.ts';
import { createFileTicket, getTicketFile } from '#contract/endpoints/interaction.ts';
import { signalTyping } from '#contract/endpoints/message.ts';
import { setPassword, signIn } from '#contract/endpoints/people.ts';

/** So many points in the window that the first of them opens. */
export type Budget = { points: number; seconds: number };

/** `credential`: of what carries one. */
type Limit = { credential: Budget; address: Budget };

const perMinute = (points: number): Budget => ({ points, seconds: 60 });

export const rateLimits: ReadonlyMap<Pick<Endpoint, 'method' | 'path'>, Limit> = new Map<
  Pick<Endpoint, 'method' | 'path'>,
  Limit
>([
  // Note: a whole office begins its day from one address; how often one account may be tried is in `domain/sign-in-tries.ts`.
  [signIn, { credential: perMinute(60), address: perMinute(60) }],
  [setPassword, { credential: perMinute(60), address: perMinute(60) }],
  [getEntry, { credential: perMinute(60), address: perMinute(600) }],
  [requestNewLink, { credential: perMinute(10), address: perMinute(60) }],
  // Note: it writes to whomever a customer names.
  [handOver, { credential: perMinute(10), address: perMinute(60) }],
  [createFileTicket, { credential: perMinute(60), address: perMinute(600) }],
  [getTicketFile, { credential: perMinute(60), address: perMinute(600) }],
  [signalTyping, { credential: perMinute(60), address: perMinute(1_200) }],
  [signalAgentTyping, { credential: perMinute(60), address: perMinute(1_200) }],
  [createUpload, { credential: perMinute(240), address: perMinute(1_200) }],
]);

/** Credentials that nobody was given, from one address. Whoever has one that works is not held up by it. */
export const guessLimit: Budget = { points: 30, seconds: 600 };
