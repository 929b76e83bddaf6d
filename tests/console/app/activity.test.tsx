import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { agentIdSchema } from '#contract/ids.ts';
import { activityLifetime } from '#domain/agent-activity.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { openConsole } from '#tests/support/render-console.tsx';

const mock = useMockServer();

it('whoever is signed in counts as there, for a while if nothing more is heard, and not once they have signed out', async () => {
  const { backend, deps } = createTestBackend();
  mock.serve(backend);
  const readPresence = () => deps.store.loadPresence(agentIdSchema.parse('agent-1'));
  const { user } = openConsole('/', { as: 'the agent' });
  const now = deps.now();
  await expect
    .poll(readPresence)
    .toEqual({ connected: true, connectedUntil: now + activityLifetime, idleSince: now, changedAt: now });
  await user.click(await screen.findByRole('button', { name: 'Sign out' }));
  await expect.poll(readPresence).toEqual({ connected: false, changedAt: now });
});
