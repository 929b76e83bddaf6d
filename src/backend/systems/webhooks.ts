/** /api/agent/webhooks: which of the business's systems are told of what, and how telling them went. */
import * as z from 'zod/mini';

import {
  addWebhook,
  changeWebhook,
  listWebhookDeliveries,
  listWebhooks,
  pingWebhook,
  redeliverWebhook,
  removeWebhook,
} from '#contract/endpoints/api-access.ts';
import { webhookIdSchema } from '#contract/ids.ts';
import type { Webhook, WebhookDelivery, webhookInputSchema } from '#contract/webhook.ts';
import { findWebhookUrlFault } from '#backend/systems/webhook-url.ts';
import { AppError } from '#backend/app-error.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { readKey } from '#backend/http/caller.ts';
import { type AgentCall, agentInputRoute, agentRoute } from '#backend/http/route.ts';
import { deriveId } from '#backend/session/hash.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { startDelivery } from '#backend/systems/announce.ts';
import { toWebhookSecret } from '#backend/systems/sign-delivery.ts';
import type { StoredDelivery, WebhookRecord } from '#backend/systems/webhook-record.ts';

export const listWebhooksRoute = agentRoute(listWebhooks, async ({ deps }) => ({
  webhooks: (await deps.store.systems.listWebhooks()).map(toWebhook),
}));

/** Asked again it is the same webhook, with its secret; what somebody changed since is not what was asked for any more. */
export const addWebhookRoute = agentInputRoute(addWebhook, async ({ deps, agent, request, input }) => {
  const key = readKey(request);
  assertUrl(deps, input.url);
  const wanted: WebhookRecord = {
    ...toStored(input),
    id: webhookIdSchema.parse(await deriveId(`webhook ${agent.id}`, key)),
    secret: toWebhookSecret(deps.createToken()),
    createdAt: deps.now(),
    createdBy: agent.name,
  };
  const { systems } = deps.store;
  const known = (await systems.listWebhooks()).find(({ id }) => id === wanted.id);
  const stored = known ?? (await systems.addWebhook(wanted));
  if (JSON.stringify(toStored(stored)) !== JSON.stringify(toStored(wanted))) throw new AppError('key-reused');
  return { webhook: toWebhook(stored), secret: stored.secret };
});

export const changeWebhookRoute = agentInputRoute(changeWebhook, async (call) => {
  assertUrl(call.deps, call.input.url);
  const known = await findWebhook(call);
  const changed = { ...known, ...toStored(call.input) };
  if (!(await call.deps.store.systems.changeWebhook(changed))) throw new AppError('not-found');
  return toWebhook(changed);
});

export const removeWebhookRoute = agentRoute(removeWebhook, async (call) => {
  if (!(await call.deps.store.systems.deleteWebhook(readWebhookId(call)))) throw new AppError('not-found');
  return undefined;
});

export const pingWebhookRoute = agentRoute(pingWebhook, async (call) => {
  const { deps } = call;
  const { id: webhook } = await findWebhook(call);
  const id = deps.createId();
  const event = { id, kind: 'ping' as const, at: toInstant(deps.now()), session: null, interaction: null };
  await deps.store.systems.addDelivery({ id, webhook, event, delivery: startDelivery(deps.now()) });
  return undefined;
});

const shown = 100;

export const listWebhookDeliveriesRoute = agentRoute(listWebhookDeliveries, async (call) => {
  const { id } = await findWebhook(call);
  return { deliveries: (await call.deps.store.systems.listDeliveries(id, shown)).map(toDelivery) };
});

export const redeliverWebhookRoute = agentRoute(redeliverWebhook, async (call) => {
  const { id } = await findWebhook(call);
  const { store, now } = call.deps;
  const isKnown = await store.systems.redeliver(id, call.params['deliveryId'] ?? '', now());
  if (!isKnown) throw new AppError('not-found');
  return undefined;
});

const paramsSchema = z.object({ webhookId: webhookIdSchema });

/** Note: what has not the shape of an id is nobody's, for those that only read as well. */
function readWebhookId({ params }: AgentCall) {
  const { data } = paramsSchema.safeParse(params);
  if (!data) throw new AppError('not-found');
  return data.webhookId;
}

async function findWebhook(call: AgentCall): Promise<WebhookRecord> {
  const wanted = readWebhookId(call);
  const found = (await call.deps.store.systems.listWebhooks()).find(({ id }) => id === wanted);
  if (!found) throw new AppError('not-found');
  return found;
}

function assertUrl({ webhooksToLoopback }: Pick<BackendDeps, 'webhooksToLoopback'>, url: string): void {
  const fault = findWebhookUrlFault(url, { toLoopback: webhooksToLoopback });
  if (fault) throw new AppError('invalid-input', { fields: [{ path: 'url', message: fault }] });
}

const toStored = ({ url, events }: z.infer<typeof webhookInputSchema>) => ({ url, events: [...new Set(events)] });

const toWebhook = ({ id, url, events, createdAt, createdBy }: WebhookRecord): Webhook => ({
  id,
  url,
  events,
  createdAt: toInstant(createdAt),
  createdBy,
});

const toDelivery = ({ id, event, delivery }: StoredDelivery): WebhookDelivery => ({
  id,
  event,
  state: delivery.state,
  tries: delivery.tries,
  settledAt: delivery.state === 'waiting' ? null : toInstant(delivery.at),
  nextTryAt: delivery.state === 'waiting' ? toInstant(delivery.nextTryAt) : null,
  answer: delivery.reason,
});
