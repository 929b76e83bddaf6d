/**
 * Counts calls together with the other processes on one database, without a trip to it for a call: each counts in its memory, passes on what
 * is worth telling a moment later, and learns what the others told. Until then each lets its own through, so altogether a little more than a
 * budget is let in. A database that is gone makes each count for itself; nobody is refused for it.
 */
import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type { CallLimits } from '#backend/http/call-limits.ts';
import { type Count, createCounter, toWait } from '#hosts/node/limits/counter.ts';
import { addressOf } from '#hosts/node/limits/memory-limits.ts';

export type SharedCount = Count & { key: string };

/** What the processes know together. */
export type CallCounts = {
  /** Adds what was counted here, and gives what is known together of these keys and of all that changed lately. */
  exchange: (counted: readonly SharedCount[]) => Promise<SharedCount[]>;
};

/** Milliseconds. */
const pauseBetween = 500;
/** Most keep far below their budget, and of them nobody is told: this part of it, and every count of small budgets, is worth telling. */
const worthTelling = 1 / 10;
/** Beyond it the oldest that were not told yet stay untold. */
const mostUntold = 10_000;
const mostAtOnce = 1_000;

export function createSharedLimits(counts: CallCounts): CallLimits {
  const counter = createCounter();
  /** Milliseconds of `performance.now()`. */
  const untold = new Map<string, { used: number; endsAt: number; least: number }>();
  const state = { isTelling: false, hasMore: false };

  const note = (key: string, points: number, cost: number, endsIn: number) => {
    const now = performance.now();
    const known = untold.get(key);
    const used = known && known.endsAt > now ? known.used + cost : cost;
    untold.delete(key);
    untold.set(key, { used, endsAt: now + endsIn, least: points * worthTelling });
    const [oldest] = untold.keys();
    if (untold.size > mostUntold && oldest !== undefined) untold.delete(oldest);
  };

  const take = (): SharedCount[] => {
    const now = performance.now();
    const taken: SharedCount[] = [];
    for (const [key, { used, endsAt, least }] of untold) {
      if (taken.length === mostAtOnce) break;
      if (endsAt > now && used < least) continue;
      untold.delete(key);
      if (endsAt > now) taken.push({ key, used, endsIn: endsAt - now });
    }
    return taken;
  };

  /** At once, and then not again for a moment: whatever is counted meanwhile goes together. */
  const tell = async (): Promise<void> => {
    state.hasMore = true;
    if (state.isTelling) return;
    state.isTelling = true;
    while (state.hasMore) {
      state.hasMore = false;
      for (const { key, used, endsIn } of await counts.exchange(take()).catch(() => []))
        await counter.set(key, { used: used + (untold.get(key)?.used ?? 0), endsIn });
      await pause(pauseBetween, undefined, { ref: false });
    }
    state.isTelling = false;
  };

  return {
    addressOf,
    count: async (name, { points, seconds }, cost) => {
      // Note: names hold addresses, which are nobody's business in a database.
      const key = hash('sha256', name, 'base64url');
      const count = await counter.add(key, seconds, cost);
      // Note: who has nothing left any more is known everywhere, and is not told again.
      if (cost > 0 && count && count.used - cost <= points) note(key, points, cost, count.endsIn);
      if (cost > 0) void tell();
      return toWait(count, points);
    },
  };
}
