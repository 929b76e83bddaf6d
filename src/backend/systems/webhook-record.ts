/** Webhooks and what is delivered to them, as they are stored. A delivery is written in the commit that is its cause. */
import type { WebhookId } from '#contract/ids.ts';
import type { WebhookEvent, WebhookEventKind } from '#contract/webhook.ts';
import type { Delivery } from '#backend/messages/outbox-message.ts';

export type WebhookRecord = {
  id: WebhookId;
  url: string;
  events: WebhookEventKind[];
  /** In the clear, because it signs; told to an administrator once. */
  secret: string;
  createdAt: number;
  createdBy: string;
};

/** `delivery.reason` is what the latest try was answered. */
export type StoredDelivery = { id: string; webhook: WebhookId; event: WebhookEvent; delivery: Delivery };
