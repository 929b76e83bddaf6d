/** How many messages stand in each state: what whoever looks after a host watches. */
import type { Delivery } from '#backend/messages/outbox-message.ts';

export type OutboxCount = Readonly<Record<Delivery['state'], number>>;

export const emptyOutbox: OutboxCount = { waiting: 0, sent: 0, kept: 0, dead: 0, cancelled: 0 };

export const countOutbox = (messages: readonly { delivery: Pick<Delivery, 'state'> }[]): OutboxCount =>
  messages.reduce<OutboxCount>(
    (count, { delivery: { state } }) => ({ ...count, [state]: count[state] + 1 }),
    emptyOutbox,
  );
