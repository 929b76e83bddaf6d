/** The outbox for people of the business: what was written to customers whose sessions they see, and a hand on what has not gone yet. */
import * as z from 'zod/mini';

import { cancelMessage, listOutbox, retryMessage } from '#contract/endpoints/outbox.ts';
import { sessionIdSchema } from '#contract/ids.ts';
import { deliveryStates, type ListedMessage, outboxIdSchema } from '#contract/outbox.ts';
import { engagementChannelSchema } from '#contract/session.ts';
import { resolveScope } from '#domain/rights.ts';
import { AppError } from '#backend/app-error.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { createSessionGuard } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { type AgentCall, agentRoute } from '#backend/http/route.ts';
import type { MessagePlace } from '#backend/messages/message-query.ts';
import type { StoredMessage } from '#backend/messages/outbox-message.ts';
import { canCancel, cancelByHand, canRetry, isUnderWay, retryByHand } from '#backend/messages/steer-delivery.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import { resolveWithin } from '#backend/session/session-query.ts';

const pageSize = 50;

const querySchema = z.object({
  delivery: z.optional(z.enum(deliveryStates)),
  channel: z.optional(engagementChannelSchema),
  session: z.optional(sessionIdSchema),
  cursor: z.optional(z.string()),
});

export const listOutboxRoute = agentRoute(listOutbox, async ({ deps, agent, request }) => {
  const asked = parseInput(querySchema, Object.fromEntries(new URL(request.url).searchParams));
  const found = await deps.store.listMessages({
    within: resolveWithin(agent),
    ...(asked.delivery !== undefined && { state: asked.delivery }),
    ...(asked.channel !== undefined && { channel: asked.channel }),
    ...(asked.session !== undefined && { session: asked.session }),
    ...(asked.cursor !== undefined && { after: parseCursor(asked.cursor) }),
    limit: pageSize + 1,
  });
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  const now = deps.now();
  return {
    messages: await Promise.all(
      page.map(async (message) => toListed(message, agent, { now, textMessages: await mayGoByText(deps, message) })),
    ),
    next: last && found.length > pageSize ? `${last.createdAt}.${last.id}` : null,
  };
});

function parseCursor(cursor: string): MessagePlace {
  const [, createdAt = '', place] = /^(\d{1,15})\.(.+)$/.exec(cursor) ?? [];
  const id = outboxIdSchema.safeParse(place);
  if (!id.success) throw new AppError('invalid-input', { fields: [{ path: 'cursor', message: 'unknown' }] });
  return { createdAt: Number(createdAt), id: id.data };
}

export const retryMessageRoute = agentRoute(retryMessage, (call) => steer(call, retryByHand));
export const cancelMessageRoute = agentRoute(cancelMessage, (call) => steer(call, cancelByHand));

const paramsSchema = z.object({ sessionId: sessionIdSchema, messageId: outboxIdSchema });

async function steer({ deps, agent, params }: AgentCall, decide: typeof retryByHand): Promise<ListedMessage> {
  const { sessionId, messageId } = parseInput(paramsSchema, params);
  const record = await deps.store.loadSession(sessionId);
  if (!record) throw new AppError('not-found');
  createSessionGuard(agent, 'steer-session')(record);
  const textMessages = (await resolveRecordPolicy(deps, record)).textMessages.value;
  const now = deps.now();
  const steered = await deps.store.changeMessage(messageId, (message) => {
    if (message.sessionId !== sessionId) throw new AppError('not-found');
    return decide(message, { by: agent.name, now, textMessages });
  });
  if (!steered) throw new AppError('not-found');
  return toListed(steered, agent, { now, textMessages });
}

/** Whether text messages are on in the session of one; of other messages nobody asks. */
async function mayGoByText(deps: BackendDeps, { channel, sessionId }: StoredMessage): Promise<boolean> {
  if (channel !== 'sms') return false;
  const record = await deps.store.loadSession(sessionId);
  return record !== undefined && (await resolveRecordPolicy(deps, record)).textMessages.value;
}

/** Note: the link makes whoever opens it the customer, so it is not for everybody who may know of the message. */
function toListed(message: StoredMessage, agent: Agent, circumstances: Parameters<typeof canRetry>[1]): ListedMessage {
  const { id, sessionId, kind, channel, to, recipientName, words, createdAt, delivery } = message;
  const { state, tries, reason, steered } = delivery;
  const { now } = circumstances;
  return {
    id,
    sessionId,
    kind,
    channel,
    to,
    recipientName,
    words,
    url: resolveScope(agent, 'see-links') === null ? null : message.url,
    createdAt: toInstant(createdAt),
    state,
    isUnderWay: isUnderWay(message, now),
    tries,
    nextTryAt: delivery.state === 'waiting' ? toInstant(delivery.nextTryAt) : null,
    settledAt: delivery.state === 'waiting' ? null : toInstant(delivery.at),
    reason,
    steered: steered ? { ...steered, at: toInstant(steered.at) } : null,
    canRetry: canRetry(message, circumstances),
    canCancel: canCancel(message, now),
  };
}
