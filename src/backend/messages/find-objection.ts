/** Whether a message is still wanted when its time comes: what was true when it was written may have changed since. */
import { isActionable } from '#domain/auto-open-queue.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { resolveAddress } from '#backend/messages/new-link.ts';
import type { MessageKind, OutboxMessage } from '#backend/messages/outbox-message.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

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
  if (address.to !== message.to) return 'address-changed';
  if (await isLinkRevoked(record, message)) return 'link-over';
  if (asksForSomething[message.kind] && record.state !== 'open') return 'session-ended';
  const isDone = !record.interactions.some((interaction) => isActionable(interaction));
  return message.kind === 'reminder' && isDone ? 'nothing-to-do' : null;
}

/** Note: not whether it ran out, because a clock that is wrong for a moment must not end a message; the room offers a new link then. */
async function isLinkRevoked({ links }: SessionRecord, { url }: OutboxMessage): Promise<boolean> {
  const tokenHash = await sha256Hex(url?.split('/').at(-1) ?? '');
  return links.some((link) => link.tokenHash === tokenHash && link.revokedAt !== null);
}
