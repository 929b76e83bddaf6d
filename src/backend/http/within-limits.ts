/**
 * Answers a call if whoever makes it has not called too often (`contract/rate-limits.ts`): by credential and by address for what the table names,
 * and by address for everything once too many credentials from there were nobody's. What has worked lately still works then, so
 * that one who guesses shuts out none of the people around them.
 */
import type { ErrorCode } from '#contract/error-codes.ts';
import { type Budget, guessLimit, rateLimits } from '#contract/rate-limits.ts';
import { AppError } from '#backend/app-error.ts';
import type { Call, Route } from '#backend/http/route.ts';
import { sha256Hex } from '#backend/session/hash.ts';

const guesses: ReadonlySet<ErrorCode> = new Set(['link-unknown', 'not-signed-in']);

/** Used up by the first call that works: only who has nothing left of it is no guesser. */
const proof: Budget = { points: 0, seconds: 60 * 60 };

/** @throws {AppError} `too-many-requests` before anything is looked up, and whatever the route throws. */
export async function withinLimits({ endpoint, handle }: Route, call: Call): Promise<Response> {
  const { limits } = call.deps;
  if (!limits) return handle(call);
  const address = limits.addressOf(call.request);
  const authorization = call.request.headers.get('authorization');
  const credential = await sha256Hex(authorization ?? '');
  const guessKey = `guess ${endpoint.caller} ${address}`;
  const proofKey = `proof ${credential}`;
  const place = `${endpoint.method} ${endpoint.path}`;
  const limit = rateLimits.get(endpoint);

  const guessesLeftIn = await limits.count(guessKey, guessLimit, 0);
  if (guessesLeftIn > 0 && (await limits.count(proofKey, proof, 0)) === 0) refuse(guessesLeftIn);
  if (limit) {
    const waits = await Promise.all([
      authorization === null ? 0 : limits.count(`${place} ${credential}`, limit.credential, 1),
      limits.count(`${place} ${address}`, limit.address, 1),
    ]);
    refuse(Math.max(...waits));
  }
  try {
    const response = await handle(call);
    // Note: what anyone may ask for works with any credential and proves none.
    if (endpoint.caller !== 'anyone') await limits.count(proofKey, proof, 1);
    return response;
  } catch (error) {
    if (error instanceof AppError && guesses.has(error.code)) await limits.count(guessKey, guessLimit, 1);
    throw error;
  }
}

function refuse(seconds: number): void {
  if (seconds > 0) throw new AppError('too-many-requests', { retryAfter: seconds });
}
