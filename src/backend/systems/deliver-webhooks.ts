/**
 * Tells the business's systems what is due, at least once: a delivery is claimed, signed, handed to the host's transport, and what came of it is
 * recorded. Whoever dies in between sends it again, under the same event id.
 */
import type { WebhookId } from '#contract/ids.ts';
import { resolveRetryDelay } from '#domain/delivery-retry.ts';
import type { BackendDeps } from '#backend/deps.ts';
import type { Outcome } from '#backend/messages/delivery.ts';
import { signDelivery } from '#backend/systems/sign-delivery.ts';
import type { StoredDelivery, WebhookRecord } from '#backend/systems/webhook-record.ts';

/** What a transport says of a try: `failed` may go better later, `refused` never will. `answer`: few words for whoever looks at the log. */
export type WebhookResult = { kind: 'sent' | 'failed' | 'refused'; answer: string };
export type WebhookRequest = { url: string; headers: Readonly<Record<string, string>>; body: string };
/** One POST; comes to an end when the signal says so. */
export type WebhookTransport = (request: WebhookRequest, signal: AbortSignal) => Promise<WebhookResult>;

export type WebhookDeps = Pick<BackendDeps, 'store' | 'now'> & {
  /** Null: deliveries are kept and shown. */
  transport: WebhookTransport | null;
  /** Between 0 and 1. */
  random: () => number;
  /** Gives up what is being sent. */
  signal: AbortSignal;
  onSettled: (delivery: StoredDelivery, outcome: Outcome) => void;
};

const lease = 2 * 60 * 1_000;
const patience = 15 * 1_000;
const atOnce = 8;

/** Gives how many deliveries were dealt with. */
export async function deliverWebhooks(deps: WebhookDeps): Promise<number> {
  const { systems } = deps.store;
  const claimed = await systems.claimDeliveries({ now: deps.now(), lease, limit: atOnce });
  if (claimed.length === 0) return 0;
  const webhooks = new Map((await systems.listWebhooks()).map((webhook) => [webhook.id, webhook]));
  await Promise.all(
    claimed.map(async (delivery) => {
      const outcome = await resolveOutcome(deps, delivery, webhooks);
      await systems.settleDelivery(delivery.id, delivery.delivery.tries, outcome);
      deps.onSettled(delivery, outcome);
    }),
  );
  return claimed.length;
}

async function resolveOutcome(
  deps: WebhookDeps,
  { webhook: id, event, delivery }: StoredDelivery,
  webhooks: ReadonlyMap<WebhookId, WebhookRecord>,
): Promise<Outcome> {
  const webhook = webhooks.get(id);
  if (!webhook) return { state: 'cancelled', at: deps.now(), reason: 'webhook-removed' };
  if (!deps.transport) return { state: 'kept', at: deps.now(), reason: null };
  const { kind, answer } = await deps
    .transport(toRequest(webhook, event, deps.now()), AbortSignal.any([deps.signal, AbortSignal.timeout(patience)]))
    .catch(toFailure);
  // Note: after the try, because a try takes its time.
  const at = deps.now();
  if (kind === 'sent') return { state: 'sent', at, reason: answer };
  const delay = kind === 'refused' ? null : resolveRetryDelay(delivery.tries, deps.random());
  return delay === null
    ? { state: 'dead', at, reason: answer }
    : { state: 'waiting', nextTryAt: at + delay, reason: answer };
}

function toRequest({ url, secret }: WebhookRecord, event: StoredDelivery['event'], at: number): WebhookRequest {
  const body = JSON.stringify(event);
  const headers = { 'content-type': 'application/json', ...signDelivery(secret, { id: event.id, at, body }) };
  return { url, headers, body };
}

const toFailure = (error: unknown): WebhookResult => ({
  kind: 'failed',
  answer: error instanceof Error ? error.message : 'unknown',
});
