/** Medians and paired ratios: on a shared machine two times of one round can be compared, two times of different rounds cannot. */
export type Spread = { median: number; least: number; most: number };

export function resolveMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('Failed to find a median: nothing was measured.');
  const lower = sorted[middle - 1] ?? upper;
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}

/** The value that so many per cent of them do not exceed. */
export function resolvePercentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

export const resolveSpread = (values: readonly number[]): Spread => ({
  median: resolveMedian(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

export type PairedRatio = {
  /** Of the ratios, one a round. */
  median: number;
  /** The best of ours to the best of the other: agrees with the median unless noise decided. */
  best: number;
};

/** One value a round, in the same order. */
export function resolvePairedRatio(ours: readonly number[], other: readonly number[]): PairedRatio {
  const ratios = ours.map((value, round) => value / (other[round] ?? Number.NaN));
  return { median: resolveMedian(ratios), best: Math.min(...ours) / Math.min(...other) };
}
