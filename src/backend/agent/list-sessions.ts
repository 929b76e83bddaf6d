/** GET /api/agent/sessions: what this role may see of them, newest first. */
import * as z from 'zod/mini';

import { listSessions } from '#contract/endpoints/people.ts';
import { agentIdSchema, sessionIdSchema, teamIdSchema } from '#contract/ids.ts';
import { type listedSessionSchema, sessionStateSchema } from '#contract/person.ts';
import { AppError } from '#backend/app-error.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { agentRoute } from '#backend/http/route.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { resolveWithin, type SessionPlace } from '#backend/session/session-query.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import { listTasks } from '#backend/session/workflow-parts.ts';

const pageSize = 50;

const querySchema = z.object({
  search: z.optional(z.string().check(z.maxLength(120))),
  state: z.optional(sessionStateSchema),
  team: z.optional(teamIdSchema),
  agent: z.optional(agentIdSchema),
  cursor: z.optional(z.string()),
});

export const listSessionsRoute = agentRoute(listSessions, async ({ deps, agent, request }) => {
  const asked = parseInput(querySchema, Object.fromEntries(new URL(request.url).searchParams));
  const search = asked.search?.trim().toLowerCase().replaceAll('\0', '');
  const found = await deps.store.listSessions({
    within: resolveWithin(agent),
    ...(asked.state !== undefined && { state: asked.state }),
    ...(asked.team !== undefined && { team: asked.team }),
    ...(asked.agent !== undefined && { agent: asked.agent }),
    ...(search && { search }),
    ...(asked.cursor !== undefined && { after: parseCursor(asked.cursor) }),
    limit: pageSize + 1,
  });
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  return { sessions: page.map(toListed), next: last && found.length > pageSize ? toCursor(last) : null };
});

const toCursor = ({ startedAt, id }: SessionPlace): string => `${startedAt}.${id}`;

function parseCursor(cursor: string): SessionPlace {
  const [, startedAt = '', place] = /^(\d{1,15})\.(.+)$/.exec(cursor) ?? [];
  const id = sessionIdSchema.safeParse(place);
  if (!id.success) throw new AppError('invalid-input', { fields: [{ path: 'cursor', message: 'unknown' }] });
  return { startedAt: Number(startedAt), id: id.data };
}

function toListed(record: SessionRecord): z.infer<typeof listedSessionSchema> {
  const { id, team, agent, channel, state, startedAt, endedAt, participants } = record;
  const customer = participants.find(({ number }) => number === 1);
  const counted = listTasks(record.interactions).filter(({ status }) => status !== 'cancelled');
  return {
    id,
    team,
    agent: agent && { id: agent.id, name: agent.name },
    customer: { name: customer?.name ?? '', email: customer?.email ?? null, phone: customer?.phone ?? null },
    channel,
    state,
    startedAt: toInstant(startedAt),
    endedAt: endedAt === null ? null : toInstant(endedAt),
    interactions: {
      total: counted.length,
      completed: counted.filter(({ status }) => status === 'completed').length,
    },
  };
}
