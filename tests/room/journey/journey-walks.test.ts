import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { InteractionId } from '#contract/ids.ts';
import type { Interaction, InteractionStatus } from '#contract/interaction.ts';
import { buildInteraction, buildOpenEntry } from '#tests/support/build-entry.ts';
import { type Journey, nameStage, walkJourney } from '#tests/support/walk-journey.ts';

const supported = new Set(['esign', 'document-request', 'workflow']);
const actionable = new Set(['new', 'in-progress', 'returned']);
const canOpen = ({ kind, status }: Interaction) => supported.has(kind) && actionable.has(status);

/** The model: where the customer is, in ten lines. `isLed`: nothing but the queue decides. */
type Model = { here: InteractionId | null; isLed: boolean; broken: ReadonlySet<InteractionId>; isClosed: boolean };
function follow(model: Model, list: readonly Interaction[]): Model {
  const open = model.isClosed ? [] : list.filter((item) => canOpen(item) && !model.broken.has(item.id));
  const stays = open.find(({ id }) => id === model.here);
  const next = stays ?? (model.isLed ? open[0] : undefined);
  return { ...model, here: next?.id ?? null, isLed: model.isLed && next !== undefined };
}

/** `pick` chooses one of those there are. */
type Action =
  | { kind: 'add'; what: 'esign' | 'document-request' | 'workflow' | 'payment' | 'video-call' }
  | { kind: 'set'; pick: number; status: InteractionStatus }
  | { kind: 'finish'; status: 'completed' | 'declined' | 'under-review' | 'in-progress' }
  | { kind: 'start'; pick: number }
  | { kind: 'end'; access: 'full' | 'limited' }
  | { kind: 'leave' | 'reload' | 'skip' | 'enter' };

const pick = fc.nat({ max: 20 });
const actionArbitrary: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      what: fc.constantFrom('esign', 'document-request', 'workflow', 'payment', 'video-call'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('finish' as const),
      status: fc.constantFrom('completed', 'completed', 'declined', 'under-review', 'in-progress'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('set' as const),
      pick,
      status: fc.constantFrom<InteractionStatus[]>(
        'cancelled',
        'returned',
        'completed',
        'waiting-for-others',
        'expired',
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('start' as const), pick }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('end' as const), access: fc.constantFrom('full', 'limited') }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('leave', 'reload', 'skip', 'enter') }) },
);
const startArbitrary = fc.array(fc.constantFrom('esign', 'document-request', 'workflow', 'payment', 'video-call'), {
  maxLength: 5,
});

const choose = (list: readonly Interaction[], at: number) => list[at % Math.max(1, list.length)];

/** Does one thing to the journey and to the model. */
function act(journey: Journey, model: Model, action: Action): Model {
  const list = journey.interactions();
  switch (action.kind) {
    case 'add':
      journey.add(buildInteraction(`i${list.length}`, action.what));
      return model;
    case 'set':
      journey.setStatus(choose(list, action.pick)?.id ?? null, action.status);
      return model;
    case 'finish':
      journey.setStatus(journey.at(), action.status);
      return model;
    case 'start': {
      const wanted = choose(list, action.pick);
      // Note: the room offers Start only there, and only on what can be opened.
      if (journey.at() !== null || !wanted || !canOpen(wanted) || model.isClosed) return model;
      journey.start(wanted.id);
      return { ...model, here: wanted.id, broken: new Set([...model.broken].filter((id) => id !== wanted.id)) };
    }
    case 'end':
      journey.end(action.access);
      return { ...model, isClosed: action.access === 'limited' };
    case 'leave':
      journey.goToRoom();
      return { ...model, here: null, isLed: false };
    case 'reload':
      journey.reload();
      return model;
    case 'skip': {
      const broken = journey.at();
      journey.skip();
      return broken === null ? model : { ...model, broken: new Set([...model.broken, broken]) };
    }
    case 'enter':
      journey.enter();
      return { ...newModel, isClosed: model.isClosed };
  }
}

const newModel: Model = { here: null, isLed: true, broken: new Set(), isClosed: false };

/** Walks both, side by side, and hands every step to `check`. */
function walk(
  kinds: readonly Parameters<typeof buildInteraction>[1][],
  actions: readonly Action[],
  check: (step: { journey: Journey; model: Model; action: Action }) => void,
): void {
  const list = kinds.map((kind, index) => buildInteraction(`i${index}`, kind));
  const journey = walkJourney(buildOpenEntry(list));
  let model = follow(newModel, list);
  check({ journey, model, action: { kind: 'enter' } });
  for (const action of actions) {
    model = follow(act(journey, model, action), journey.interactions());
    check({ journey, model, action });
  }
}

/** Five hundred walks; each starts with a check of its own, which may remember what it saw. */
function forEveryWalk(seed: number, startCheck: () => Parameters<typeof walk>[2]): void {
  fc.assert(
    fc.property(startArbitrary, fc.array(actionArbitrary, { maxLength: 40 }), (kinds, actions) => {
      walk(kinds, actions, startCheck());
    }),
    { seed, numRuns: 500 },
  );
}

describe('However agents and customers take turns', () => {
  it('the customer is where the model says', () => {
    forEveryWalk(11, () => ({ journey, model }) => {
      expect(journey.at()).toBe(model.here);
      expect(nameStage(journey.stage())).toBe(model.here === null ? 'room' : `inside ${model.here}`);
    });
  });

  it('a payment, or a kind nobody knows, never opens', () => {
    forEveryWalk(12, () => ({ journey }) => {
      const opened = journey.interactions().filter(({ id }) => id === journey.at());
      expect(opened.every(({ kind }) => supported.has(kind))).toBe(true);
    });
  });

  it('nothing opens by itself twice in one visit, unless it was returned in between', () => {
    forEveryWalk(13, () => {
      const mayReopen = new Set<InteractionId>();
      const seen = new Set<InteractionId>();
      let counted = 0;
      return ({ journey, action }) => {
        if (action.kind === 'enter') {
          seen.clear();
          counted = 0;
        }
        for (const id of journey.openedByItself().slice(counted)) {
          expect(seen.has(id) && !mayReopen.has(id)).toBe(false);
          seen.add(id);
          mayReopen.delete(id);
        }
        counted = journey.openedByItself().length;
        for (const { id, status } of journey.interactions()) if (status === 'returned') mayReopen.add(id);
      };
    });
  });

  it('who is led reaches the room if and only if nothing is left that could open; others by their own wish', () => {
    forEveryWalk(14, () => {
      let wasLed = false;
      return ({ journey, model, action }) => {
        if (action.kind === 'enter') wasLed = true;
        if (action.kind === 'leave') wasLed = false;
        const left = journey.interactions().filter((item) => canOpen(item) && !journey.skipped().includes(item.id));
        const isDone = left.length === 0 || model.isClosed;
        if (wasLed) expect(journey.at() === null).toBe(isDone);
        if (journey.at() === null) wasLed = false;
      };
    });
  });

  it('one answer is enough: asking again, or loading again, moves nobody', () => {
    forEveryWalk(15, () => ({ journey }) => {
      const stage = nameStage(journey.stage());
      expect(nameStage(journey.reload())).toBe(stage);
      expect(nameStage(journey.reload())).toBe(stage);
    });
  });

  it('someone in the room is never pulled out of it by anybody else', () => {
    forEveryWalk(16, () => {
      let wasInRoom = false;
      return ({ journey, action }) => {
        const isOwnMove = action.kind === 'start' || action.kind === 'enter';
        if (wasInRoom && !isOwnMove) expect(journey.at()).toBeNull();
        wasInRoom = journey.at() === null;
      };
    });
  });
});
