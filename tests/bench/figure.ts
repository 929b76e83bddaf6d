/** One line of the table: what was measured, beside what, and what it is held against. */
import { resolvePairedRatio, resolveSpread } from '#tests/bench/statistics.ts';

export type Unit = 'kB' | 'ms' | 'MB' | '';

export type Figure = {
  title: string;
  unit: Unit;
  ours: number | null;
  /** The floor, or the bare page: what ours is divided by. */
  other: number | null;
  ratio: number | null;
  /** Which of the two `must` and `goal` are about. */
  judged: 'ours' | 'ratio';
  must: number | null;
  goal: number | null;
  /** The raw numbers behind, and whatever else one should know. */
  notes: readonly string[];
};

export type Verdict = 'goal met' | 'must met' | 'NOT met' | 'goal NOT met' | '';

export function resolveVerdict({ judged, ours, ratio, must, goal }: Figure): Verdict {
  const value = judged === 'ours' ? ours : ratio;
  if (value === null) return '';
  if (goal !== null && value <= goal) return 'goal met';
  if (must === null) return goal === null ? '' : 'goal NOT met';
  return value <= must ? 'must met' : 'NOT met';
}

const round = (value: number) => Math.round(value);

export const describeSpread = (name: string, values: readonly number[]): string => {
  const { median, least, most } = resolveSpread(values);
  return `${name}: median ${round(median)} [${round(least)}..${round(most)}] n=${values.length}`;
};

type Paired = {
  title: string;
  unit: Unit;
  ours: readonly number[];
  other: readonly number[];
  otherName?: string;
  must?: number;
  goal?: number;
  notes?: readonly string[];
};

/** A figure whose ratio is the median of the rounds' own. */
export function toPairedFigure({
  title,
  unit,
  ours,
  other,
  otherName = 'floor',
  must,
  goal,
  notes = [],
}: Paired): Figure {
  const ratio = resolvePairedRatio(ours, other);
  return {
    title,
    unit,
    ours: resolveSpread(ours).median,
    other: resolveSpread(other).median,
    ratio: ratio.median,
    judged: 'ratio',
    must: must ?? null,
    goal: goal ?? null,
    notes: [
      `${describeSpread('ours', ours)}; ${describeSpread(otherName, other)}; best to best ${ratio.best.toFixed(2)}`,
      ...notes,
    ],
  };
}
