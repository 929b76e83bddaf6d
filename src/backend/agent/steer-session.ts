/** What an agent does to a session that runs: add, withdraw, return, accept, write, end. */
import {
  acceptInteraction,
  addInteraction,
  endSession,
  returnInteraction,
  sendAgentMessage,
  withdrawInteraction,
} from '#contract/endpoints/agent.ts';
import { sessionIdSchema } from '#contract/ids.ts';
import { AppError } from '#backend/app-error.ts';
import { addToSession, createInteraction, toAddedFact } from '#backend/agent/create-interaction.ts';
import { returnStoredInteraction } from '#backend/agent/return-interaction.ts';
import { appendMessage } from '#backend/customer/messages.ts';
import { assertAgent, readKey } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { type Call, inputRoute, route } from '#backend/http/route.ts';
import { replaceInteraction } from '#backend/session/change-interaction.ts';
import { changeSession } from '#backend/session/change-session.ts';
import type { LogFact } from '#backend/session/session-log.ts';
import type { SessionRecord, StoredInteraction } from '#backend/session/session-record.ts';

const readSessionId = ({ params }: Call) => parseInput(sessionIdSchema, params['sessionId']);

export const addInteractionRoute = inputRoute(addInteraction, async (call) => {
  const { deps, request, input } = call;
  const agent = await assertAgent(deps, request);
  const record = await deps.store.loadSession(readSessionId(call));
  const customer = record?.participants.find(({ number }) => number === 1);
  if (!record || !customer) throw new AppError('not-found');
  const added = await createInteraction(deps, customer.id, input);
  await changeSession(deps, {
    sessionId: record.id,
    actor: { kind: 'agent', name: agent.name },
    key: readKey(request),
    intent: 'add-interaction',
    decide: (current) => {
      assertOpen(current);
      return { record: addToSession(current, [added]), facts: [toAddedFact(added)] };
    },
  });
  return { interactionId: added.id };
});

export const withdrawInteractionRoute = inputRoute(withdrawInteraction, async (call) => {
  const { reason } = call.input;
  return steer(call, 'withdraw', (interaction) => {
    if (interaction.status === 'cancelled') throw new AppError('not-actionable');
    return {
      next: { ...interaction, status: 'cancelled', reason, closedAt: call.deps.now() },
      fact: { kind: 'interaction-withdrawn', interaction: interaction.id, reason },
    };
  });
});

export const returnInteractionRoute = inputRoute(returnInteraction, async (call) => {
  const { input } = call;
  return steer(call, 'return', (interaction) => ({
    next: returnStoredInteraction(interaction, input),
    fact: { kind: 'interaction-returned', interaction: interaction.id, reason: input.reason },
  }));
});

export const acceptInteractionRoute = route(acceptInteraction, async (call) =>
  steer(call, 'accept', (interaction) => {
    if (interaction.status !== 'under-review') throw new AppError('not-actionable');
    return {
      next: { ...interaction, status: 'completed' },
      fact: { kind: 'interaction-accepted', interaction: interaction.id },
    };
  }),
);

export const sendAgentMessageRoute = inputRoute(sendAgentMessage, async (call) => {
  const { deps, request, input } = call;
  const agent = await assertAgent(deps, request);
  const record = await deps.store.loadSession(readSessionId(call));
  if (!record) throw new AppError('not-found');
  assertOpen(record);
  const actor = { kind: 'agent' as const, name: agent.name };
  return appendMessage(deps, record.id, actor, input.text, request);
});

export const endSessionRoute = route(endSession, async (call) => {
  const { deps, request } = call;
  const agent = await assertAgent(deps, request);
  await changeSession(deps, {
    sessionId: readSessionId(call),
    actor: { kind: 'agent', name: agent.name },
    key: readKey(request),
    intent: 'end-session',
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

type Steered = { next: StoredInteraction; fact: LogFact };

/** One interaction changed by the agent: its revision goes up, so what the customer sends against the old one is refused. */
async function steer(
  call: Call,
  verb: string,
  decide: (interaction: StoredInteraction) => Steered,
): Promise<undefined> {
  const { deps, request, params } = call;
  const agent = await assertAgent(deps, request);
  await changeSession(deps, {
    sessionId: readSessionId(call),
    actor: { kind: 'agent', name: agent.name },
    key: readKey(request),
    intent: `${verb}:${params['interactionId']}`,
    decide: (record) => {
      assertOpen(record);
      const interaction = record.interactions.find(({ id }) => id === params['interactionId']);
      if (!interaction) throw new AppError('not-found');
      const { next, fact } = decide(interaction);
      const revised = { ...next, revision: interaction.revision + 1 };
      return { record: replaceInteraction(record, revised), facts: [fact] };
    },
  });
  return undefined;
}

function assertOpen({ state }: SessionRecord): void {
  if (state === 'ended') throw new AppError('session-ended');
}
