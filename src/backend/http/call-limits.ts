/** The port for counting calls. A host that serves one browser brings none. */
import type { Budget } from '#contract/rate-limits.ts';

export type CallLimits = {
  /** Where a request comes from, as coarse as the host counts it. Never logged. */
  addressOf: (request: Request) => string;
  /** Adds `cost` to what `key` used of its budget. Seconds until there is something left; 0 while there is. */
  count: (key: string, budget: Budget, cost: number) => Promise<number>;
};
