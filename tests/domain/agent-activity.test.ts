import { describe, expect, it } from 'vitest';

import {
  activityLifetime,
  idleThreshold,
  noteActivity,
  resolveActivityEnd,
  resolveAgentActivity,
} from '#domain/agent-activity.ts';

const now = 10 * idleThreshold;

it.each([
  { agent: 'an agent who never connected', presence: undefined, activity: 'inactive' },
  { agent: 'an agent who left', presence: { connected: false }, activity: 'inactive' },
  { agent: 'an agent who is there', presence: { connected: true }, activity: 'active' },
  { agent: 'an agent who is thinking', presence: { connected: true, idleSince: now - 1_000 }, activity: 'active' },
  {
    agent: 'an agent who did nothing for a while',
    presence: { connected: true, idleSince: now - idleThreshold },
    activity: 'inactive',
  },
  {
    agent: 'an agent who left and was idle before',
    presence: { connected: false, idleSince: now },
    activity: 'inactive',
  },
  {
    agent: 'an agent who was heard of just now',
    presence: { connected: true, connectedUntil: now + 1 },
    activity: 'active',
  },
  {
    agent: 'an agent of whom no more was heard',
    presence: { connected: true, connectedUntil: now },
    activity: 'inactive',
  },
  {
    agent: 'an agent who was heard of by a clock that was wrong',
    presence: { connected: true, connectedUntil: now + activityLifetime + 1 },
    activity: 'inactive',
  },
])('$agent counts as $activity', ({ presence, activity }) => {
  expect(resolveAgentActivity(presence, now)).toBe(activity);
});

describe('An agent of whom no more is heard', () => {
  it.each([
    { is: 'never gone, if it takes a word', presence: { connected: true }, end: null },
    {
      is: 'gone when nothing is believed any more',
      presence: noteActivity(undefined, { idleFor: 0, now }),
      end: activityLifetime,
    },
    {
      is: 'gone when they have been idle for long, if that is sooner',
      presence: noteActivity(undefined, { idleFor: idleThreshold - 1_000, now }),
      end: 1_000,
    },
    { is: 'not there to begin with', presence: { connected: false }, end: null },
  ])('is $is', ({ presence, end }) => {
    const at = resolveActivityEnd(presence, now);
    expect(at).toBe(end === null ? null : now + end);
    if (at === null) return;
    expect(resolveAgentActivity(presence, at - 1)).toBe('active');
    expect(resolveAgentActivity(presence, at)).toBe('inactive');
  });
});

describe('An agent with two consoles', () => {
  it('is as little idle as in the one that they used last', () => {
    const used = noteActivity(undefined, { idleFor: 0, now });
    const forgotten = noteActivity(used, { idleFor: idleThreshold, now: now + 10_000 });
    expect(resolveAgentActivity(forgotten, now + 10_000)).toBe('active');
    expect(forgotten.idleSince).toBe(now);
  });

  it('is idle when the one that was used has gone', () => {
    const used = noteActivity(undefined, { idleFor: 0, now });
    const later = now + activityLifetime;
    expect(resolveAgentActivity(noteActivity(used, { idleFor: idleThreshold, now: later }), later)).toBe('inactive');
  });

  it('is idle from when the last one says so, whatever was set by hand', () => {
    const idle = noteActivity({ connected: true }, { idleFor: idleThreshold, now });
    expect(resolveAgentActivity(idle, now)).toBe('inactive');
  });
});
