/** Whether a message is still wanted when its time comes: what was true when it was written may have changed since. */
import { isActionable } from '#domain/auto-open-queue.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { resolveAddress } from '#backend/messages/new-link.ts';
import type { MessageKind, OutboxMessage } from '#backend/messages/outbox-message.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';

/** What asks for something is of no use when there is nothing left to do. */
const asksForSomething: Readonly<Record<MessageKind, boolean>> = {
  invitation: true,
  'new-link': false,
  reminder: true,
  news: true,
  completion: false,
};

/** A word for whoever looks at the outbox; null = it may go. */
export async function findObjection(deps: Pick<BackendDeps, 'store'>, message: OutboxMessage): Promise<string | null> {
  const record = await deps.store.loadSession(message.sessionId);
  const participant = record && findCustomer(record);
  if (!participant) return 'session-unknown';
  const policy = await resolveRecordPolicy(deps, record);
  const address = resolveAddress({ record, participant }, policy);
  if (address?.channel !== message.channel) return 'channel-not-allowed';
  if (asksForSomething[message.kind] && record.state !== 'open') return 'session-ended';
  const isDone = !record.interactions.some((interaction) => isActionable(interaction));
  return message.kind === 'reminder' && isDone ? 'nothing-to-do' : null;
}
