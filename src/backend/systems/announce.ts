/** What the business's systems are told of a change: one delivery for each webhook that wants to hear of it, written in the same commit. */
import type { WebhookEvent, WebhookEventKind } from '#contract/webhook.ts';
import type { Delivery } from '#backend/messages/outbox-message.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { toInstant } from '#backend/session/project-session.ts';
import type { LogEntry, LogFact } from '#backend/session/session-log.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import type { StoredDelivery } from '#backend/systems/webhook-record.ts';

const events: Readonly<Record<LogFact['kind'], WebhookEventKind | null>> = {
  'session-planned': null,
  'session-started': 'session-started',
  /** It is open again: the same to whoever follows along. */
  'session-continued': 'session-started',
  'session-ended': 'session-ended',
  'session-reassigned': null,
  'consent-given': null,
  'consent-refused': null,
  'link-sent': null,
  'links-revoked': null,
  'contact-corrected': null,
  'participant-invited': null,
  'interaction-added': 'interaction-added',
  'interaction-started': null,
  'interaction-withdrawn': 'interaction-withdrawn',
  'interaction-returned': 'interaction-returned',
  'interaction-accepted': 'interaction-accepted',
  'interaction-renamed': null,
  'interaction-assigned': null,
  'interaction-handed-over': null,
  'interaction-taken-back': null,
  'interaction-declined': 'interaction-declined',
  'interaction-completed': 'interaction-completed',
  'payment-attempted': 'interaction-completed',
  'message-sent': null,
};

type Deps = Pick<BackendDeps, 'store' | 'createId'>;

/** Asks for the webhooks only when there is something to tell. */
export async function announce(
  { store, createId }: Deps,
  record: SessionRecord,
  entries: readonly LogEntry[],
): Promise<StoredDelivery[]> {
  const told = entries.flatMap((entry) => toEvent(record, entry) ?? []);
  if (told.length === 0) return [];
  const webhooks = await store.systems.listWebhooks();
  return webhooks.flatMap((webhook) =>
    told
      .filter(({ kind }) => webhook.events.some((wanted) => wanted === kind))
      .map((event) => ({ id: createId(), webhook: webhook.id, event, delivery: startDelivery(Date.parse(event.at)) })),
  );
}

export const startDelivery = (now: number): Delivery => ({ state: 'waiting', tries: 0, nextTryAt: now, reason: null });

function toEvent({ id, team, state, interactions }: SessionRecord, entry: LogEntry): WebhookEvent | null {
  const { fact } = entry;
  const kind = events[fact.kind];
  if (kind === null || (fact.kind === 'payment-attempted' && fact.outcome !== 'paid')) return null;
  const about = 'interaction' in fact ? interactions.find((one) => one.id === fact.interaction) : undefined;
  // Note: a part is told of with its workflow, when that is done.
  if (about?.partOf) return null;
  return {
    // Note: of the place in the log, so that it is the same whoever tells it.
    id: `${id}.${entry.seq}`,
    kind,
    at: toInstant(entry.at),
    session: { id, team, state },
    interaction: about ? { id: about.id, kind: about.kind, status: about.status } : null,
  };
}
