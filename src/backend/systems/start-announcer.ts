/** Tells the business's systems what happened. Note: apart from the courier, so that a system that is slow to answer holds up no customer's message. */
import { keepWorking, type Worker } from '#backend/messages/keep-working.ts';
import { deliverWebhooks, type WebhookDeps } from '#backend/systems/deliver-webhooks.ts';

type AnnouncerDeps = Omit<WebhookDeps, 'signal'> & { onTrouble: (error: unknown) => void };

export const startAnnouncer = (deps: AnnouncerDeps, { pause = 5_000 } = {}): Worker =>
  keepWorking((signal) => deliverWebhooks({ ...deps, signal }), { pause, onTrouble: deps.onTrouble });
