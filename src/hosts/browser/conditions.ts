/**
 * The conditions QA sets for every customer of this browser: how far the backend's clock is off, how slow and how broken the
 * network is.
 */
import * as z from 'zod/mini';

import { networkFaultSchema } from '#backend/scenarios/network-fault.ts';

const conditionsSchema = z.object({
  /** Milliseconds that the backend's clock is ahead of the browser's. */
  clockOffset: z.int(),
  /** Milliseconds that every answer comes later. */
  latency: z.int().check(z.minimum(0), z.maximum(60_000)),
  isOffline: z.boolean(),
  /** Nobody can say whether an agent is there. */
  presenceFails: z.boolean(),
  faults: z.array(networkFaultSchema),
});
export type Conditions = z.infer<typeof conditionsSchema>;

export const noConditions: Conditions = {
  clockOffset: 0,
  latency: 0,
  isOffline: false,
  presenceFails: false,
  faults: [],
};

/** What an older build left behind, or nobody ever wrote, counts as nothing. */
export const parseConditions = (stored: unknown): Conditions => {
  const conditions = conditionsSchema.safeParse(stored);
  return conditions.success ? conditions.data : noConditions;
};
