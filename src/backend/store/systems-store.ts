/** The part of the storage port that knows the business's systems. Its suite is `tests/backend/store/systems-suite.ts`, for every adapter. */
import type { AgentId, WebhookId } from '#contract/ids.ts';
import type { OutboxCount } from '#backend/messages/count-outbox.ts';
import type { Claim, Outcome } from '#backend/messages/delivery.ts';
import type { KeyRecord } from '#backend/systems/key-record.ts';
import type { StoredDelivery, WebhookRecord } from '#backend/systems/webhook-record.ts';

export type SystemsStore = {
  /** Oldest first. */
  listKeys: () => Promise<KeyRecord[]>;
  findKey: (secretHash: string) => Promise<KeyRecord | undefined>;
  /** Gives the one with its id, which stays as it was when there was one before. */
  addKey: (key: KeyRecord) => Promise<KeyRecord>;
  /** Whether there was one. */
  deleteKey: (id: AgentId) => Promise<boolean>;
  /** Says nothing of a key that is not there any more. */
  noteKeyUse: (id: AgentId, day: string) => Promise<void>;

  /** Oldest first. */
  listWebhooks: () => Promise<WebhookRecord[]>;
  /** As `addKey`. */
  addWebhook: (webhook: WebhookRecord) => Promise<WebhookRecord>;
  /** Whether there was one. */
  changeWebhook: (webhook: WebhookRecord) => Promise<boolean>;
  /** With its deliveries. Whether there was one. */
  deleteWebhook: (id: WebhookId) => Promise<boolean>;
  /** One without a cause in a session; the others come with a commit. */
  addDelivery: (delivery: StoredDelivery) => Promise<void>;
  /** Newest first. */
  listDeliveries: (webhook: WebhookId, limit: number) => Promise<StoredDelivery[]>;
  /** Those that are due, for the caller alone until the lease runs out; each has begun a try (`messages/delivery.ts`). */
  claimDeliveries: (claim: Claim) => Promise<StoredDelivery[]>;
  /** What came of try number `tries`; says nothing when another try began or the delivery is settled. */
  settleDelivery: (id: string, tries: number, outcome: Outcome) => Promise<void>;
  /** Due at `now`, whatever came of it before. Whether there is such a delivery. */
  redeliver: (webhook: WebhookId, id: string, now: number) => Promise<boolean>;
  countDeliveries: () => Promise<OutboxCount>;
  /** Deletes what was settled before. */
  sweepDeliveries: (settledBefore: number) => Promise<void>;
};
