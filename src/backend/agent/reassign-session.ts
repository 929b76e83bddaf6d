/**
 * POST …/sessions/:sessionId/reassign: somebody else of the business goes on with it (decision 036). The customer reads another name, and
 * whether there is anybody is asked of that person from now on; what was written and done keeps the name of who did it.
 */
import * as z from 'zod/mini';

import { reassignSession } from '#contract/endpoints/engagement.ts';
import { type AgentId, sessionIdSchema } from '#contract/ids.ts';
import { canTakeOver, mayDo } from '#domain/rights.ts';
import { AppError } from '#backend/app-error.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { createSessionGuard, readKey } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentInputRoute } from '#backend/http/route.ts';
import type { PersonRecord } from '#backend/people/person-record.ts';
import { changeSession } from '#backend/session/change-session.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

const paramsSchema = z.object({ sessionId: sessionIdSchema });

export const reassignSessionRoute = agentInputRoute(
  reassignSession,
  async ({ deps, agent, request, params, input }) => {
    const { sessionId } = parseInput(paramsSchema, params);
    const key = readKey(request);
    const guard = createSessionGuard(agent, 'reassign-session');
    const record = await deps.store.loadSession(sessionId);
    if (!record) throw new AppError('not-found');
    guard(record);
    const { id, name } = await findSuccessor(deps, agent, record, input.agent);
    const { singleActiveSession } = await resolveRecordPolicy(deps, record);
    await changeSession(deps, {
      sessionId,
      actor: { kind: 'agent', name: agent.name },
      key,
      intent: `reassign:${id}`,
      guard,
      decide: (current) =>
        current.agent?.id === id
          ? { record: current, facts: [] }
          : {
              record: { ...current, agent: { id, name } },
              facts: [{ kind: 'session-reassigned', from: current.agent?.name ?? null, to: name }],
              onlyOpen: singleActiveSession.value,
            },
    });
    return undefined;
  },
);

/** @throws `invalid-input` when it is nobody whom the caller sees, or nobody who can go on with it */
async function findSuccessor(
  { store }: Pick<BackendDeps, 'store'>,
  agent: Agent,
  { team }: SessionRecord,
  wanted: AgentId,
): Promise<PersonRecord> {
  const person = await store.people.findPerson(wanted);
  const isSeen = person && mayDo(agent, 'see-people', { agent: person.id, team: person.team });
  if (isSeen && canTakeOver(person, team)) return person;
  throw new AppError('invalid-input', { fields: [{ path: 'agent', message: 'unknown' }] });
}
