/** What one measurement gave, a value a round, for ours and for what it is compared with. */
export type Pair<Result> = { ours: Result[]; other: Result[] };

/** Measures in turns, A B A B, so that whatever else the machine does meets both. The first round warms up and is thrown away. */
export async function inTurns<Result>(
  rounds: number,
  measure: { ours: () => Promise<Result>; other: () => Promise<Result> },
): Promise<Pair<Result>> {
  const results: Pair<Result> = { ours: [], other: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const other = await measure.other();
    const ours = await measure.ours();
    if (round === 0) continue;
    results.other.push(other);
    results.ours.push(ours);
  }
  return results;
}
