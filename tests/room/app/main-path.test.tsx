import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';

import { type InteractionKind, interactionKinds } from '#contract/interaction.ts';
import { build, complete, heading } from '#tests/support/complete-interaction.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { buildSession, openLink } from '#tests/support/render-room.tsx';

const mock = useMockServer();

/** Every subset of the kinds, in every order. */
const arrange = (kinds: readonly InteractionKind[]): InteractionKind[][] => [
  [],
  ...kinds.flatMap((first) => arrange(kinds.filter((kind) => kind !== first)).map((rest) => [first, ...rest])),
];

test.each(arrange(interactionKinds).map((order) => ({ order, name: order.join(', ') || 'nothing' })))(
  'A customer with $name is led through what opens by itself and lands in the room',
  async ({ order }) => {
    const backend = createTestBackend();
    const interactions = await Promise.all(order.map((kind) => build[kind](backend)));
    const session = await buildSession({ settings: { autoOpen: true }, interactions }, backend);
    mock.serve(session.backend);
    const { user } = openLink(session.path);

    for (const kind of order) await complete[kind](user);

    await heading(order.includes('payment') ? 'One thing to do' : expectedRoom(order));
    await waitFor(() => {
      expect(location.pathname).toBe(session.path);
    });
    expect(screen.queryAllByRole('button', { name: /^Pay €49\.00/ })).toHaveLength(order.includes('payment') ? 1 : 0);
  },
);

function expectedRoom(order: readonly InteractionKind[]): string {
  if (order.length === 0) return 'Nothing to do right now';
  return order.includes('document-request') ? 'Nothing to do for now' : 'All done';
}
