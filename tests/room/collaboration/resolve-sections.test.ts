import { describe, expect, test } from 'vitest';

import { type Interaction, interactionSchema } from '#contract/interaction.ts';
import { resolveMain, resolveSections, resolveStanding } from '#room/collaboration/resolve-sections.ts';

const build = (status: string, kind = 'esign', id = `${kind}-${status}`): Interaction =>
  interactionSchema.parse({
    kind,
    id,
    title: id,
    status,
    revision: 1,
    addedAt: '2026-11-22T09:00:00.000Z',
    closedAt: null,
    reason: null,
    files: [],
    ...(kind === 'payment' && { amount: { minorUnits: 1, currency: 'EUR' }, purpose: 'Fee', lastAttempt: null }),
  });

const idsOf = (interactions: readonly Interaction[]) => interactions.map(({ id }) => id);

describe('the room puts', () => {
  test.each([
    ['new', 'to-do'],
    ['in-progress', 'to-do'],
    ['returned', 'to-do'],
    ['something-of-tomorrow', 'to-do'],
    ['under-review', 'waiting'],
    ['waiting-for-others', 'waiting'],
    ['completed', 'done'],
    ['declined', 'done'],
    ['cancelled', 'done'],
    ['expired', 'done'],
  ] as const)('what is %s under %s', (status, section) => {
    const sections = resolveSections([build(status)]);
    expect(sections[section]).toHaveLength(1);
  });

  test('everything in exactly one place, in the order it was added', () => {
    const all = ['completed', 'new', 'under-review', 'returned', 'cancelled', 'in-progress'].map((status, index) =>
      build(status, 'workflow', `task-${index}`),
    );
    const sections = resolveSections(all);
    expect(idsOf(sections['to-do'])).toEqual(['task-1', 'task-3', 'task-5']);
    expect(idsOf(sections.waiting)).toEqual(['task-2']);
    expect(idsOf(sections.done)).toEqual(['task-0', 'task-4']);
  });
});

describe('the room as a whole', () => {
  const standing = (statuses: readonly string[], access: 'full' | 'limited' = 'full') =>
    resolveStanding({ access, interactions: statuses.map((status, index) => build(status, 'esign', `task-${index}`)) });

  test.each([
    [[], 'empty'],
    [['cancelled', 'expired'], 'empty'],
    [['completed'], 'all-done'],
    [['completed', 'cancelled'], 'all-done'],
    [['declined'], 'all-done'],
    [['completed', 'under-review'], 'waiting'],
    [['completed', 'new'], 'to-do'],
    [['under-review', 'returned'], 'to-do'],
  ] as const)('with %j says %s', (statuses, expected) => {
    expect(standing(statuses)).toBe(expected);
  });

  test('that has ended says so, whatever is in it', () => {
    expect(standing(['new', 'completed'], 'limited')).toBe('ended');
  });
});

test('The first that can be acted on stands out, never one of an unknown kind', () => {
  const interactions = [build('new', 'hologram'), build('completed'), build('new', 'payment'), build('new')];
  expect(resolveMain(interactions)?.id).toBe('payment-new');
});
