/** The rules both sides run, on sessions of 10, 1,000 and 100,000 interactions: in this process, at full speed. */
import type { Entry } from '#contract/entry.ts';
import type { Interaction } from '#contract/interaction.ts';
import { resolveProgress, resolveQueue } from '#domain/auto-open-queue.ts';
import { resolvePolicy } from '#domain/resolve-policy.ts';
import { projectSession } from '#backend/session/project-session.ts';
import { resolveStage } from '#room/journey/resolve-stage.ts';
import type { Figure } from '#tests/bench/figure.ts';
import { lengthen, loadSampleSession, settingsLevels, toId } from '#tests/bench/rules/rule-samples.ts';

const lengths = [10, 1_000, 100_000] as const;

/** The contract lets no answer be longer. */
const longestAnswer = 1_000;

/**
 * How much longer an interaction may take in the longest list than in the one before, and still be called linear: what does not fit
 * into the processor's cache takes a few times as long; a quadratic rule would take a hundred times as long.
 */
const linear = 4;

type Timed = { length: number; milliseconds: number };

/**
 * Note: the least of all rounds is what the rule costs, the rest is what else the machine did. Few interactions take no time that a clock could see, so they are resolved as often as makes 100,000 of them.
 */
function time(length: number, rounds: number, run: () => void): Timed {
  const repeats = Math.max(1, 100_000 / length);
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    for (let repeat = 0; repeat < repeats; repeat += 1) run();
    return (performance.now() - startedAt) / repeats;
  });
  return { length, milliseconds: Math.min(...times) };
}

const entryAround = {
  kind: 'open',
  branding: { companyName: null, logo: null, primaryColor: null, backgroundColor: null },
  policy: resolvePolicy(settingsLevels),
  agentActivity: 'unknown',
  enteredAt: '2026-11-22T09:00:00.000Z',
} as const;

/** Everything that is asked of a list when an entry arrives. */
function resolveAll(entry: Extract<Entry, { kind: 'open' }>, interactions: readonly Interaction[]): void {
  resolvePolicy(settingsLevels);
  resolveQueue(interactions);
  resolveProgress(interactions, { id: toId(0) });
  resolveStage(entry, { mode: 'guided', skipped: [] }, null);
}

export async function measureRules({ rounds }: { rounds: number }): Promise<Figure[]> {
  const record = await loadSampleSession();
  const [customer] = record.participants;
  if (!customer) throw new Error('Failed to measure the rules: the sample session has nobody in it.');

  const session = projectSession(record, customer, 'full');
  const rules = lengths.map((length) => {
    const interactions = lengthen(session.interactions, length);
    const entry = { ...entryAround, session: { ...session, interactions } };
    return time(length, 2 * rounds + 10, () => resolveAll(entry, interactions));
  });
  const projection = lengths
    .filter((length) => length <= longestAnswer)
    .map((length) => {
      const long = { ...record, interactions: lengthen(record.interactions, length) };
      return time(length, rounds, () => projectSession(long, customer, 'full'));
    });
  return [
    ...toFigures('policy, queue, progress and stage', rules, 50),
    ...toFigures("the backend's answer for the session, checked", projection, null),
  ];
}

const toNote = ({ length, milliseconds }: Timed) =>
  `${length}: ${milliseconds.toFixed(4)} ms, ${((milliseconds / length) * 1_000_000).toFixed(0)} ns each`;

function toFigures(title: string, timed: readonly Timed[], goal: number | null): Figure[] {
  const [some, many] = timed.slice(-2);
  if (!some || !many) throw new Error(`Failed to measure ${title}: not enough lengths.`);
  const each = ({ length, milliseconds }: Timed) => milliseconds / length;
  return [
    {
      title: `${title}, ${many.length.toLocaleString('en')} interactions`,
      unit: 'ms',
      ours: many.milliseconds,
      other: null,
      ratio: null,
      judged: 'ours',
      must: null,
      goal,
      notes: [timed.map(toNote).join('; ')],
    },
    {
      title: `… one of them, beside one of ${some.length.toLocaleString('en')}`,
      unit: '',
      ours: null,
      other: null,
      ratio: each(many) / each(some),
      judged: 'ratio',
      must: linear,
      goal: null,
      notes: [],
    },
  ];
}
