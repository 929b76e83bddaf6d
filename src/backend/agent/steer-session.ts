/** What an agent does to a session that runs: add, withdraw, return, rename, accept, write, end. */
import * as z from 'zod/mini';

import {
  acceptInteraction,
  addInteraction,
  endSession,
  returnInteraction,
  sendAgentMessage,
  withdrawInteraction,
} from '#contract/endpoints/agent.ts';
import { signalAgentTyping } from '#contract/endpoints/agent-session.ts';
import { renameInteraction } from '#contract/endpoints/engagement.ts';
import { interactionIdSchema, sessionIdSchema } from '#contract/ids.ts';
import type { InteractionStatus } from '#contract/interaction.ts';
import { AppError } from '#backend/app-error.ts';
import { addToSession, createTask, listAddedFacts } from '#backend/agent/create-interaction.ts';
import { returnStoredInteraction } from '#backend/agent/return-interaction.ts';
import { appendMessage } from '#backend/customer/messages.ts';
import type { Agent } from '#backend/deps.ts';
import { createSessionGuard, readKey } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentInputRoute, agentRoute, type AgentCall } from '#backend/http/route.ts';
import { replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { findCustomer } from '#backend/session/find-customer.ts';
import { deriveId, sha256Hex } from '#backend/session/hash.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import type { LogFact } from '#backend/session/session-log.ts';
import type { SessionRecord, StoredInteraction } from '#backend/session/session-record.ts';
import { belongsTo, isPart } from '#backend/session/workflow-parts.ts';
import { passTypingOn } from '#backend/session/typing.ts';

const paramsSchema = z.object({ sessionId: sessionIdSchema });
const guardFor = (agent: Agent) => createSessionGuard(agent, 'steer-session');
const readSessionId = ({ params }: AgentCall) => parseInput(paramsSchema, params).sessionId;

/** A repeated request finds the interaction that it added the first time: its id is made from the key. */
export const addInteractionRoute = agentInputRoute(addInteraction, async (call) => {
  const { deps, agent, request, input } = call;
  const key = readKey(request);
  const record = await deps.store.loadSession(readSessionId(call));
  const customer = record && findCustomer(record);
  if (!record || !customer) throw new AppError('not-found');
  const guard = guardFor(agent);
  guard(record);
  const id = interactionIdSchema.parse(await deriveId(record.id, key));
  const added = await createTask(deps, { id, participant: customer.id }, input);
  await changeSession(deps, {
    sessionId: record.id,
    actor: { kind: 'agent', name: agent.name },
    key,
    intent: `add-interaction:${await sha256Hex(JSON.stringify(input))}`,
    guard,
    decide: (current) => {
      assertOpen(current);
      return { record: addToSession(current, added), facts: listAddedFacts(added) };
    },
  });
  return { interactionId: id };
});

export const withdrawInteractionRoute = agentInputRoute(withdrawInteraction, async (call) => {
  const { reason } = call.input;
  return steer(call, 'withdraw', (interaction) => {
    if (!isPending[interaction.status]) throw new AppError('not-actionable');
    return {
      next: { ...interaction, status: 'cancelled', reason, closedAt: call.deps.now() },
      fact: { kind: 'interaction-withdrawn', interaction: interaction.id, reason },
    };
  });
});

/** What an agent may still withdraw or rename: not what the customer finished, and not what is over. */
const isPending: Readonly<Record<InteractionStatus, boolean>> = {
  new: true,
  'in-progress': true,
  returned: true,
  'under-review': true,
  'waiting-for-others': true,
  completed: false,
  declined: false,
  cancelled: false,
  expired: false,
};

export const returnInteractionRoute = agentInputRoute(returnInteraction, async (call) => {
  const { input } = call;
  return steer(call, 'return', (interaction) => ({
    next: returnStoredInteraction(interaction, input),
    fact: { kind: 'interaction-returned', interaction: interaction.id, reason: input.reason },
  }));
});

export const renameInteractionRoute = agentInputRoute(renameInteraction, async (call) => {
  const { title } = call.input;
  return steer(call, 'rename', (interaction) => {
    if (!isPending[interaction.status]) throw new AppError('not-actionable');
    return {
      next: { ...interaction, title },
      fact: { kind: 'interaction-renamed', interaction: interaction.id, title },
      isAnotherTask: false,
    };
  });
});

export const acceptInteractionRoute = agentRoute(acceptInteraction, async (call) =>
  steer(call, 'accept', (interaction) => {
    if (interaction.status !== 'under-review') throw new AppError('not-actionable');
    return {
      next: { ...interaction, status: 'completed' },
      fact: { kind: 'interaction-accepted', interaction: interaction.id },
    };
  }),
);

export const sendAgentMessageRoute = agentInputRoute(sendAgentMessage, async (call) => {
  const { deps, agent, request, input } = call;
  const record = await deps.store.loadSession(readSessionId(call));
  if (!record) throw new AppError('not-found');
  guardFor(agent)(record);
  const { chat, attachments } = await resolveRecordPolicy(deps, record);
  const isAllowed = chat.value && (attachments.value || input.attachments.length === 0);
  if (!isAllowed) throw new AppError('not-allowed');
  const author = { actor: { kind: 'agent', name: agent.name }, owner: null } as const;
  return appendMessage(deps, record.id, author, input, request, guardFor(agent));
});

export const signalAgentTypingRoute = agentRoute(signalAgentTyping, async (call) => {
  const { deps, agent } = call;
  const record = await deps.store.loadSession(readSessionId(call));
  if (!record) throw new AppError('not-found');
  guardFor(agent)(record);
  await passTypingOn(deps, record, await resolveRecordPolicy(deps, record), { from: 'agent', name: agent.name });
  return undefined;
});

export const endSessionRoute = agentRoute(endSession, async (call) => {
  const { deps, agent, request } = call;
  await changeSession(deps, {
    sessionId: readSessionId(call),
    actor: { kind: 'agent', name: agent.name },
    key: readKey(request),
    intent: 'end-session',
    guard: guardFor(agent),
    decide: (record) =>
      record.state === 'ended'
        ? { record, facts: [] }
        : {
            record: { ...record, state: 'ended', endedAt: deps.now() },
            facts: [{ kind: 'session-ended' }],
          },
  });
  return undefined;
});

/** What is done to the papers of a workflow one by one. Everything else goes for all of it. */
const isOfParts: Readonly<Record<string, boolean>> = { accept: true, return: true };

/** `isAnotherTask`: what the customer does for it as it was is refused; absent = it is. */
type Steered = { next: StoredInteraction; fact: LogFact; isAnotherTask?: boolean };

/** One interaction changed by the agent (null: it is as it should be): its revision goes up, so that what the customer sends against the old one is refused. */
export async function steer(
  call: AgentCall,
  verb: string,
  decide: (interaction: StoredInteraction, record: SessionRecord) => Steered | null,
): Promise<undefined> {
  const { deps, agent, request, params } = call;
  await changeSession(deps, {
    sessionId: readSessionId(call),
    actor: { kind: 'agent', name: agent.name },
    key: readKey(request),
    intent: `${verb}:${params['interactionId']}`,
    guard: guardFor(agent),
    decide: (record) => {
      assertOpen(record);
      const interaction = record.interactions.find(({ id }) => id === params['interactionId']);
      if (!interaction) throw new AppError('not-found');
      if (isPart(interaction) && !isOfParts[verb]) throw new AppError('not-actionable');
      const steered = decide(interaction, record);
      if (!steered) return { record, facts: [] };
      const { next, fact, isAnotherTask = true } = steered;
      // Note: what was only planned nobody was asked for, so that its customer need not read that it was withdrawn.
      if (record.state === 'planned' && next.status === 'cancelled') {
        return {
          record: { ...record, interactions: record.interactions.filter((one) => !belongsTo(one, interaction)) },
          facts: [fact],
        };
      }
      const revised = isAnotherTask ? { ...next, revision: interaction.revision + 1 } : next;
      return { record: replaceInteraction(record, revised), facts: [fact] };
    },
  });
  return undefined;
}

function assertOpen({ state }: SessionRecord): void {
  if (state === 'ended') throw new AppError('session-ended');
}
