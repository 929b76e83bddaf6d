import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { interactionKinds, interactionStatuses } from '#contract/interaction.ts';
import { isActionable, opensAsScreen, resolveProgress, resolveQueue } from '#domain/auto-open-queue.ts';
import { buildInteraction } from '#tests/support/build-entry.ts';

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('What the customer can act on now', () => {
  const actionable = new Set(['new', 'in-progress', 'returned']);

  it.each(interactionStatuses)('an interaction that is %s', (status) => {
    for (const kind of interactionKinds) {
      expect(isActionable(buildInteraction('a', kind, status))).toBe(actionable.has(status));
    }
  });

  it('is nothing that this build does not understand, be it the kind or the state', () => {
    expect(isActionable(buildInteraction('a', 'video-call', 'new'))).toBe(false);
    expect(isActionable(buildInteraction('a', 'esign', 'on-hold'))).toBe(false);
  });
});

describe('What has a screen of its own', () => {
  it('is every known kind but the payment, which the customer leaves for', () => {
    expect(interactionKinds.filter((kind) => opensAsScreen({ kind }))).toEqual([
      'esign',
      'document-request',
      'workflow',
    ]);
    expect(opensAsScreen({ kind: 'unknown' })).toBe(false);
  });
});

describe('The auto-open queue', () => {
  it.each([
    { title: 'is empty when there is nothing to do', list: [], queue: [] },
    {
      title: 'holds eSigns, document requests and workflows in the order they were added, not by kind',
      list: [
        buildInteraction('w', 'workflow'),
        buildInteraction('e', 'esign'),
        buildInteraction('d', 'document-request'),
      ],
      queue: ['w', 'e', 'd'],
    },
    { title: 'is empty when there are only payments', list: [buildInteraction('p', 'payment')], queue: [] },
    {
      title: 'starts with the first that is not a payment',
      list: [buildInteraction('p', 'payment'), buildInteraction('e', 'esign')],
      queue: ['e'],
    },
    {
      title: 'goes past a payment between two eSigns',
      list: [buildInteraction('a'), buildInteraction('p', 'payment'), buildInteraction('b')],
      queue: ['a', 'b'],
    },
    {
      title: 'leaves out what is completed and goes on with the second',
      list: [buildInteraction('a', 'esign', 'completed'), buildInteraction('b')],
      queue: ['b'],
    },
    {
      title: 'keeps one in progress and one returned where they are',
      list: [buildInteraction('a', 'workflow', 'in-progress'), buildInteraction('b', 'document-request', 'returned')],
      queue: ['a', 'b'],
    },
    {
      title: 'leaves out what is declined, withdrawn, expired, under review or waiting for a cosigner',
      list: (['declined', 'cancelled', 'expired', 'under-review', 'waiting-for-others'] as const).map((status) =>
        buildInteraction(status, 'esign', status),
      ),
      queue: [],
    },
    {
      title: 'leaves out a kind and a state from a newer backend',
      list: [buildInteraction('a', 'video-call'), buildInteraction('b', 'esign', 'on-hold'), buildInteraction('c')],
      queue: ['c'],
    },
  ])('$title', ({ list, queue }) => {
    expect(idsOf(resolveQueue(list))).toEqual(queue);
  });

  const anyList = fc
    .array(
      fc.tuple(
        fc.constantFrom(...interactionKinds, 'video-call' as const),
        fc.constantFrom(...interactionStatuses, 'on-hold' as const),
      ),
      { maxLength: 12 },
    )
    .map((items) => items.map(([kind, status], index) => buildInteraction(`i${index}`, kind, status)));

  it('never holds a payment, misses nothing else that can be acted on, and keeps the order', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const queue = resolveQueue(list);
        expect(queue.every(({ kind }) => kind !== 'payment' && kind !== 'unknown')).toBe(true);
        const missed = list.filter((item) => !queue.includes(item) && item.kind !== 'payment');
        expect(missed.filter(isActionable)).toEqual([]);
        expect(queue).toEqual(list.filter((item) => queue.includes(item)));
      }),
      { seed: 5 },
    );
  });

  it('counts a place for everything in it, and the places go up one by one', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const places = resolveQueue(list).map((item) => resolveProgress(list, item));
        for (const { position, total } of places) {
          expect(position).toBeGreaterThanOrEqual(1);
          expect(position).toBeLessThanOrEqual(total);
        }
        const positions = places.map(({ position }) => position);
        expect(positions).toEqual([...new Set(positions)].toSorted((a, b) => a - b));
        expect(new Set(places.map(({ total }) => total)).size).toBeLessThanOrEqual(1);
      }),
      { seed: 6 },
    );
  });
});

describe('"2 of 4"', () => {
  const [first, second, third] = [buildInteraction('a'), buildInteraction('b'), buildInteraction('c')] as const;

  it.each([
    { title: 'starts at 1 of 3', list: [first, second, third], current: first, progress: '1 of 3' },
    {
      title: 'counts what is completed, declined or under review as behind the customer',
      list: [
        buildInteraction('x', 'esign', 'completed'),
        buildInteraction('y', 'esign', 'declined'),
        buildInteraction('z', 'document-request', 'under-review'),
        first,
      ],
      current: first,
      progress: '4 of 4',
    },
    {
      title: 'leaves payments out',
      list: [buildInteraction('p', 'payment'), first, second],
      current: first,
      progress: '1 of 2',
    },
    {
      title: 'leaves out what was withdrawn, expired or waits for others',
      list: [
        buildInteraction('x', 'esign', 'cancelled'),
        buildInteraction('y', 'workflow', 'expired'),
        buildInteraction('z', 'esign', 'waiting-for-others'),
        first,
      ],
      current: first,
      progress: '1 of 1',
    },
    {
      title: 'still counts the one the customer is in when it was withdrawn this moment',
      list: [first, buildInteraction('b', 'esign', 'cancelled'), third],
      current: second,
      progress: '2 of 3',
    },
    {
      title: 'grows when the agent adds one',
      list: [first, second, third, buildInteraction('d')],
      current: second,
      progress: '2 of 4',
    },
  ])('$title', ({ list, current, progress }) => {
    const { position, total } = resolveProgress(list, current);
    expect(`${position} of ${total}`).toBe(progress);
  });
});
