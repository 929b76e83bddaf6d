/** Sending back what a customer handed in: actionable again, with a reason, nothing of it lost (product.md 7). */
import type * as z from 'zod/mini';

import type { returnInputSchema } from '#contract/agent.ts';
import { AppError } from '#backend/app-error.ts';
import type { StoredInteraction } from '#backend/session/session-record.ts';

/**
 * @throws `not-actionable` unless it was handed in and can be done again: a signed document or a payment stays as it is;
 * `invalid-input` for an item that was never asked for.
 */
export function returnStoredInteraction(
  interaction: StoredInteraction,
  { reason, items }: z.infer<typeof returnInputSchema>,
): StoredInteraction {
  const isHandedIn = interaction.status === 'completed' || interaction.status === 'under-review';
  if (!isHandedIn) throw new AppError('not-actionable');
  const returned = { status: 'returned', reason, closedAt: null } as const;
  switch (interaction.kind) {
    case 'document-request': {
      const named = Object.keys(items);
      const unknown = named.find((id) => !interaction.items.some((item) => item.id === id));
      if (unknown) throw new AppError('invalid-input', { fields: [{ path: `items.${unknown}`, message: 'unknown' }] });
      return {
        ...interaction,
        ...returned,
        items: interaction.items.map((item) => ({
          ...item,
          returnedReason: named.length === 0 ? reason : (items[item.id] ?? null),
        })),
      };
    }
    case 'workflow':
      return { ...interaction, ...returned };
    case 'esign':
    case 'payment':
      throw new AppError('not-actionable');
  }
}
