import { describe, expect, it } from 'vitest';

import { resolveProgress, resolveQueue } from '#domain/auto-open-queue.ts';
import { interactionIdSchema } from '#contract/ids.ts';
import { resolveStage } from '#room/journey/resolve-stage.ts';
import { buildInteraction, buildOpenEntry } from '#tests/support/build-entry.ts';
import { createReadCounter } from '#tests/support/count-reads.ts';

const kinds = ['esign', 'document-request', 'payment', 'workflow'] as const;
const statuses = ['new', 'completed', 'in-progress', 'cancelled', 'under-review'] as const;

const buildList = (length: number) =>
  Array.from({ length }, (_, index) =>
    buildInteraction(
      `interaction-${index}`,
      kinds[index % kinds.length] ?? 'esign',
      statuses[index % statuses.length] ?? 'new',
    ),
  );
const last = (length: number) => interactionIdSchema.parse(`interaction-${length - 1}`);

type Reading = (length: number) => number;

const readQueue: Reading = (length) => {
  const { watchList, count } = createReadCounter();
  resolveQueue(watchList(buildList(length)));
  return count();
};
const readProgress: Reading = (length) => {
  const { watchList, count } = createReadCounter();
  resolveProgress(watchList(buildList(length)), { id: last(length) });
  return count();
};

/** The worst that can be: a customer who had to go on without every single one. */
const readStage: Reading = (length) => {
  const { watchList, count } = createReadCounter();
  const interactions = buildList(length);
  const entry = buildOpenEntry([]);
  const session = { ...entry.session, interactions: [...watchList(interactions)] };
  const skipped = watchList(interactions.map(({ id }) => id));
  resolveStage({ ...entry, session }, { mode: 'guided', skipped }, last(length));
  return count();
};

describe('A customer with a hundred times as many tasks waits no more than a hundred times as long', () => {
  it.each([
    { rule: 'what opens by itself', read: readQueue },
    { rule: 'how far along they are', read: readProgress },
    { rule: 'where they stand, having skipped all', read: readStage },
  ])('for $rule', ({ read }) => {
    const few = read(20);
    expect(few).toBeGreaterThan(20);
    expect(read(2000)).toBeLessThanOrEqual(few * 100);
  });
});
