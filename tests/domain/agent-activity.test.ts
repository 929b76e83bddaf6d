import { expect, it } from 'vitest';

import { idleThreshold, resolveAgentActivity } from '#domain/agent-activity.ts';

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
])('$agent counts as $activity', ({ presence, activity }) => {
  expect(resolveAgentActivity(presence, now)).toBe(activity);
});
