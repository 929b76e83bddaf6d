/** The load in figures: errors, how long the entry takes beside the bare route, how soon feeds hear, what the process took. */
import type { Figure } from '#tests/bench/figure.ts';
import { actions, type Traffic } from '#tests/bench/load/traffic.ts';
import type { Sample } from '#tests/bench/load/watch-process.ts';
import { resolvePercentile } from '#tests/bench/statistics.ts';

type Load = {
  traffic: Traffic;
  /** Keys of messages, as feeds told them. */
  heard: readonly { key: string; at: number }[];
  samples: readonly Sample[];
  seconds: number;
  feeds: number;
};

const ours = { other: null, ratio: null, judged: 'ours', must: null, goal: null, notes: [] } as const;
const pair = (values: readonly number[]) =>
  `p50 ${resolvePercentile(values, 50).toFixed(1)} ms, p99 ${resolvePercentile(values, 99).toFixed(1)} ms, n=${values.length}`;

export function toLoadFigures({ traffic, heard, samples, seconds, feeds }: Load): Figure[] {
  const { times, bareTimes, messages } = traffic;
  const delays = heard.flatMap(({ key, at }) => {
    const due = messages.get(key);
    return due === undefined ? [] : [at - due];
  });
  const missed = [...messages.keys()].filter((key) => !heard.some((one) => one.key === key)).length;
  const errors = [
    ...traffic.errors,
    ...(missed > 0 ? [`${missed} messages that no feed told`] : []),
    ...(delays.length > messages.size ? [`${delays.length - messages.size} messages told twice`] : []),
    ...(samples.at(-1)?.feeds === feeds ? [] : [`${samples.at(-1)?.feeds} feeds were left of ${feeds}`]),
  ];
  const answered = actions.reduce((sum, action) => sum + times[action].length, 0);
  const memory = samples.map((sample) => sample.memory);

  return [
    { ...ours, title: 'errors under load', unit: '', ours: errors.length, must: 0, goal: 0, notes: errors.slice(0, 5) },
    {
      ...ours,
      title: 'requests answered a second',
      unit: '',
      ours: answered / seconds,
      notes: actions.map((action) => `${action}: ${pair(times[action])}`),
    },
    ...([50, 99] as const).map((percent) => toEntryFigure(percent, times.entry, bareTimes)),
    ...([50, 99] as const).map((percent): Figure => ({
      ...ours,
      title: `from a message to the feed that tells it, p${percent}`,
      unit: 'ms',
      ours: resolvePercentile(delays, percent),
    })),
    {
      ...ours,
      title: 'memory of the host, at the end',
      unit: 'MB',
      ours: memory.at(-1) ?? Number.NaN,
      notes: [
        `every 5 s: ${memory.map((value) => value.toFixed(0)).join(' ')}`,
        `event loop lag p99, every 5 s: ${samples.map(({ lag }) => lag.toFixed(0)).join(' ')} ms`,
      ],
    },
  ];
}

function toEntryFigure(percent: 50 | 99, entry: readonly number[], bare: readonly number[]): Figure {
  const [mine, other] = [resolvePercentile(entry, percent), resolvePercentile(bare, percent)];
  return {
    title: `entry under load, p${percent}`,
    unit: 'ms',
    ours: mine,
    other,
    ratio: mine / other,
    judged: 'ratio',
    must: null,
    goal: percent === 50 ? 2 : null,
    notes: percent === 50 ? [`beside a bare route with the same bytes: ${pair(bare)}`] : [],
  };
}
