import { expect, it } from 'vitest';

import { resolveAgentActivity } from '#domain/agent-activity.ts';

it.each([
  { agent: 'an agent who never connected', presence: undefined, activity: 'inactive' },
  { agent: 'an agent who left', presence: { connected: false }, activity: 'inactive' },
  { agent: 'an agent who is there', presence: { connected: true }, activity: 'active' },
])('$agent counts as $activity', ({ presence, activity }) => {
  expect(resolveAgentActivity(presence)).toBe(activity);
});
