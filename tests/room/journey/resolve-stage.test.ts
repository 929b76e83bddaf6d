import { describe, expect, it } from 'vitest';

import type { Interaction } from '#contract/interaction.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { buildBlockedEntry, buildConsentEntry, buildInteraction, buildOpenEntry } from '#tests/support/build-entry.ts';
import { nameStage, walkJourney } from '#tests/support/walk-journey.ts';

const esign = buildInteraction('esign');
const request = buildInteraction('request', 'document-request');
const workflow = buildInteraction('workflow', 'workflow');
const payment = buildInteraction('payment', 'payment');

const enter = (interactions: readonly Interaction[], settings?: SettingsLevel) =>
  walkJourney(buildOpenEntry(interactions, settings ? { settings } : {}));

/** Completes what opens by itself until the room is reached; says where the customer was. */
function completeAll(journey: ReturnType<typeof walkJourney>): string[] {
  const path = [nameStage(journey.stage())];
  while (journey.at() !== null && path.length < 50) path.push(nameStage(journey.setStatus(journey.at(), 'completed')));
  return path;
}

describe('Before the room', () => {
  it.each(['link-expired', 'session-ended'] as const)('says why nobody may enter: %s', (code) => {
    expect(nameStage(walkJourney(buildBlockedEntry(code)).stage())).toBe(code);
  });

  it('asks for consent first, and goes on into the first interaction once agreed', () => {
    const journey = walkJourney(buildConsentEntry());
    expect(nameStage(journey.stage())).toBe('consent');
    expect(nameStage(journey.reload(buildOpenEntry([esign])))).toBe('inside esign');
  });
});

describe('With auto-open off, the customer', () => {
  it.each([
    { title: 'off for the session', settings: { autoOpen: false } },
    { title: 'never turned on', settings: {} },
  ])('lands in the room and stays there until pressing Start ($title)', ({ settings }) => {
    const journey = enter([esign, request], settings);
    expect(nameStage(journey.stage())).toBe('room');
    expect(nameStage(journey.start(request.id))).toBe('inside request');
    expect(nameStage(journey.setStatus('request', 'completed'))).toBe('room');
    expect(journey.openedByItself()).toEqual([]);
  });

  it('stays inside what they started over a reload', () => {
    const journey = enter([esign], { autoOpen: false });
    journey.start(esign.id);
    expect(nameStage(journey.reload())).toBe('inside esign');
  });
});

describe('With auto-open on, the customer', () => {
  it.each([
    { title: 'goes straight into the only interaction, and then to the room', list: [esign], path: ['esign'] },
    {
      title: 'is led through an eSign, a document request and a workflow, the room only at the end',
      list: [esign, request, workflow],
      path: ['esign', 'request', 'workflow'],
    },
    {
      title: 'is led in the order things were added',
      list: [workflow, esign, request],
      path: ['workflow', 'esign', 'request'],
    },
    { title: 'lands in the room when there is nothing to do', list: [], path: [] },
    { title: 'lands in the room when there are only payments', list: [payment], path: [] },
    { title: 'goes past a payment that comes first', list: [payment, esign], path: ['esign'] },
    {
      title: 'goes past a payment between two interactions, which waits in the room',
      list: [esign, payment, request],
      path: ['esign', 'request'],
    },
    {
      title: 'goes on with the second when the first was completed before',
      list: [buildInteraction('done', 'esign', 'completed'), request],
      path: ['request'],
    },
    {
      title: 'lands in the room when everything was completed before; nothing reopens',
      list: [buildInteraction('done', 'esign', 'completed')],
      path: [],
    },
    {
      title: 'resumes what is in progress',
      list: [buildInteraction('half', 'workflow', 'in-progress')],
      path: ['half'],
    },
    {
      title: 'is brought back to what was returned for correction',
      list: [buildInteraction('again', 'document-request', 'returned')],
      path: ['again'],
    },
    {
      title: 'is not held up by what waits for a cosigner, is under review, declined, withdrawn or expired',
      list: [
        buildInteraction('w', 'esign', 'waiting-for-others'),
        buildInteraction('u', 'document-request', 'under-review'),
        buildInteraction('d', 'esign', 'declined'),
        buildInteraction('c', 'esign', 'cancelled'),
        buildInteraction('x', 'workflow', 'expired'),
        esign,
      ],
      path: ['esign'],
    },
    {
      title: 'never sees an unknown kind or state open',
      list: [buildInteraction('new-kind', 'video-call'), buildInteraction('new-state', 'esign', 'on-hold')],
      path: [],
    },
  ])('$title', ({ list, path }) => {
    expect(completeAll(enter(list))).toEqual([...path.map((id) => `inside ${id}`), 'room']);
  });

  it('stays inside the second one over a reload', () => {
    const journey = enter([esign, request]);
    journey.setStatus('esign', 'completed');
    expect(nameStage(journey.reload())).toBe('inside request');
  });

  it('goes Back to the room once, without a bounce, also over a reload', () => {
    const journey = enter([esign, request]);
    expect(nameStage(journey.goToRoom())).toBe('room');
    expect(nameStage(journey.reload())).toBe('room');
    expect(journey.openedByItself()).toEqual(['esign']);
  });

  it('finishes later: nothing opens by itself again until the next entry, which resumes', () => {
    const journey = enter([esign, request]);
    journey.setStatus('esign', 'in-progress');
    expect(nameStage(journey.goToRoom())).toBe('room');
    expect(nameStage(journey.add(workflow))).toBe('room');
    expect(nameStage(journey.enter())).toBe('inside esign');
  });

  it('comes back to the room after completing what they started there themselves', () => {
    const journey = enter([esign, request]);
    journey.goToRoom();
    expect(nameStage(journey.start(request.id))).toBe('inside request');
    expect(nameStage(journey.setStatus('request', 'completed'))).toBe('room');
  });

  it('cannot be brought into a payment, a finished or an unknown interaction by an address', () => {
    const done = buildInteraction('done', 'esign', 'completed');
    const strange = buildInteraction('strange', 'video-call');
    const journey = enter([payment, done, strange]);
    for (const { id } of [payment, done, strange]) expect(nameStage(journey.start(id))).toBe('room');
  });
});

describe('While the customer is inside, an agent', () => {
  it('who adds one interrupts nothing; it joins the queue', () => {
    const journey = enter([esign]);
    expect(nameStage(journey.add(request))).toBe('inside esign');
    expect(completeAll(journey)).toEqual(['inside esign', 'inside request', 'room']);
  });

  it('who withdraws the current one moves the customer on to the next', () => {
    const journey = enter([esign, request]);
    expect(nameStage(journey.setStatus('esign', 'cancelled'))).toBe('inside request');
  });

  it('who withdraws the last one moves the customer to the room', () => {
    expect(nameStage(enter([esign]).setStatus('esign', 'cancelled'))).toBe('room');
  });

  it('who withdraws another one interrupts nothing', () => {
    expect(nameStage(enter([esign, request]).setStatus('request', 'cancelled'))).toBe('inside esign');
  });

  it('who returns an earlier submission brings it into the queue again', () => {
    const journey = enter([esign, request]);
    journey.setStatus('esign', 'completed');
    expect(nameStage(journey.setStatus('esign', 'returned'))).toBe('inside request');
    expect(nameStage(journey.setStatus('request', 'completed'))).toBe('inside esign');
  });

  it.each(['full', 'limited'] as const)('who ends the session leaves what the policy leaves: %s', (access) => {
    const journey = enter([esign, request]);
    expect(nameStage(journey.end(access))).toBe(access === 'full' ? 'inside esign' : 'room');
  });
});

describe('While the customer stands in the room, an agent', () => {
  const inRoom = () => {
    const journey = enter([esign]);
    journey.setStatus('esign', 'completed');
    return journey;
  };

  it('who adds one pulls nobody in', () => {
    const journey = inRoom();
    expect(nameStage(journey.add(request))).toBe('room');
    expect(nameStage(journey.reload())).toBe('room');
  });

  it('who returns one pulls nobody in; the next entry opens it', () => {
    const journey = inRoom();
    expect(nameStage(journey.setStatus('esign', 'returned'))).toBe('room');
    expect(nameStage(journey.enter())).toBe('inside esign');
  });

  it('who adds one while the customer is away has it opened at the next entry', () => {
    expect(nameStage(inRoom().enter(buildOpenEntry([esign])))).toBe('inside esign');
  });
});

describe('Elsewhere', () => {
  it('completing the current one in another tab counts here, and leads on', () => {
    expect(nameStage(enter([esign, request]).setStatus('esign', 'completed'))).toBe('inside request');
  });

  it('completing the next one in another tab leaves it out here', () => {
    const journey = enter([esign, request, workflow]);
    journey.setStatus('request', 'completed');
    expect(completeAll(journey)).toEqual(['inside esign', 'inside workflow', 'room']);
  });

  it('declining an eSign leads on to the next', () => {
    expect(nameStage(enter([esign, request]).setStatus('esign', 'declined'))).toBe('inside request');
  });

  it('handing in for review leads on to the next', () => {
    expect(nameStage(enter([request, esign]).setStatus('request', 'under-review'))).toBe('inside esign');
  });
});

describe('When one fails to load, the customer', () => {
  it('goes on without it, and the others stay reachable', () => {
    const journey = enter([esign, request]);
    expect(nameStage(journey.skip())).toBe('inside request');
    expect(nameStage(journey.setStatus('request', 'completed'))).toBe('room');
  });

  it('is not brought back to it by a reload, only by asking for it', () => {
    const journey = enter([esign]);
    expect(nameStage(journey.skip())).toBe('room');
    expect(nameStage(journey.reload())).toBe('room');
    expect(nameStage(journey.start(esign.id))).toBe('inside esign');
  });

  it('meets it again at the next entry', () => {
    const journey = enter([esign]);
    journey.skip();
    expect(nameStage(journey.enter())).toBe('inside esign');
  });

  it('is in the room when every single one fails, and no loop begins', () => {
    const journey = enter([esign, request, workflow]);
    expect([journey.skip(), journey.skip(), journey.skip()].map(nameStage)).toEqual([
      'inside request',
      'inside workflow',
      'room',
    ]);
    expect(nameStage(journey.skip())).toBe('room');
  });
});

describe('A setting changed during the visit', () => {
  it.each([
    { title: 'on to off', before: true, after: false, next: 'room' },
    { title: 'off to on', before: false, after: true, next: 'inside esign' },
  ])('counts from the next entry: $title', ({ before, after, next }) => {
    const journey = enter([esign], { autoOpen: before });
    const fresh = buildOpenEntry([esign], { settings: { autoOpen: after } });
    expect(nameStage(journey.enter(fresh))).toBe(next);
  });
});
