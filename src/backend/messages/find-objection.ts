/** Whether a message is still wanted when its time comes: what was true when it was written may have changed since. */
import { isActionable } from '#domain/auto-open-queue.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { resolveAddress } from '#backend/messages/new-link.ts';
import type { MessageKind, OutboxMessage } from '#backend/messages/outbox-message.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { findParticipant, listOwn } from '#backend/session/participants.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord, StoredLink } from '#backend/session/session-record.ts';

/** What asks for something is of no use when there is nothing left to do. */
const asksForSomething: Readonly<Record<MessageKind, boolean>> = {
  invitation: true,
  'handed-over': true,
  'new-link': false,
  reminder: true,
  news: true,
  completion: false,
};

/** A word for whoever looks at the outbox; null = it may go. */
export async function findObjection(deps: Pick<BackendDeps, 'store'>, message: OutboxMessage): Promise<string | null> {
  const record = await deps.store.loadSession(message.sessionId);
  const link = record && (await findLink(record, message));
  const participant = record && (link ? findParticipant(record, link.participant) : findCustomer(record));
  if (!participant) return 'session-unknown';
  const policy = await resolveRecordPolicy(deps, record);
  const address = resolveAddress({ record, participant }, policy);
  if (address?.channel !== message.channel) return 'channel-not-allowed';
  if (address.to !== message.to) return 'address-changed';
  // Note: not whether it ran out, because a clock that is wrong for a moment must not end a message; the room offers a new link then.
  if (link && link.revokedAt !== null) return 'link-over';
  if (asksForSomething[message.kind] && record.state !== 'open') return 'session-ended';
  const isDone = !listOwn(record, participant).some((interaction) => isActionable(interaction));
  return isDone && (message.kind === 'reminder' || message.kind === 'handed-over') ? 'nothing-to-do' : null;
}

/** The one that it brings: whoever that is for is written to. */
async function findLink({ links }: SessionRecord, { url }: OutboxMessage): Promise<StoredLink | undefined> {
  const tokenHash = await sha256Hex(url?.split('/').at(-1) ?? '');
  return links.find((link) => link.tokenHash === tokenHash);
}
