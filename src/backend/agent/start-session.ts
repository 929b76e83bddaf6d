/**
 * POST /api/agent/sessions: a new session with its customer, their link, and the invitation if the policy lets one go out; or, with
 * `continue`, the one that this customer had before (`continue-session.ts`).
 */
import { startSession } from '#contract/endpoints/agent.ts';
import type { StartedSession } from '#contract/agent.ts';
import { interactionIdSchema, sessionIdSchema } from '#contract/ids.ts';
import { AppError } from '#backend/app-error.ts';
import { assertReachable } from '#backend/agent/assert-reachable.ts';
import { continueSession, findEarlierSession, resolveKnownBy } from '#backend/agent/continue-session.ts';
import { createTask } from '#backend/agent/create-interaction.ts';
import { tellAnotherLink, tellLink } from '#backend/agent/customer-link.ts';
import { draftSession, type SessionStart } from '#backend/agent/draft-session.ts';
import type { BackendDeps } from '#backend/deps.ts';
import { assertMay, readKey } from '#backend/http/caller.ts';
import { agentInputRoute } from '#backend/http/route.ts';
import { deriveId, sha256Hex } from '#backend/session/hash.ts';
import { resolveRecordPolicy } from '#backend/session/resolve-record-gate.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import { listTasks } from '#backend/session/workflow-parts.ts';
import { EarlierSessionError } from '#backend/store/start-guards.ts';
import { VersionConflictError } from '#backend/store/store.ts';

export const startSessionRoute = agentInputRoute(startSession, async ({ deps, agent, request, input }) => {
  assertMay(agent, startSession.action, { agent: null, team: input.team });
  const key = readKey(request);
  const policy = await resolveRecordPolicy(deps, input);
  assertReachable(input, policy);
  const start: SessionStart = {
    // Note: made from the key, so that the same request, sent twice or at once, cannot start two sessions.
    id: sessionIdSchema.parse(await deriveId(agent.id, key)),
    applied: { key, intent: `start-session:${await sha256Hex(JSON.stringify(input))}` },
    agent,
    policy,
    input,
  };
  const earlier = await findEarlier(deps, start);
  return earlier ? startAgain(deps, start, earlier) : startNew(deps, start);
});

/** What is planned opens nothing yet. */
const knownBy = ({ policy, input }: SessionStart) => (input.when === 'planned' ? null : resolveKnownBy(policy, input));

/** What this very request started before is not an earlier one. */
async function findEarlier(deps: BackendDeps, start: SessionStart) {
  const { id, agent, input, applied } = start;
  const contact = knownBy(start);
  if (!contact) return undefined;
  const owner = agent.role === 'key' ? null : agent.id;
  const earlier = await findEarlierSession(deps, { owner, team: input.team, contact }, applied.key);
  return earlier && (await deps.store.loadSession(id)) === undefined ? earlier : undefined;
}

async function startAgain(deps: BackendDeps, { agent, input, applied }: SessionStart, earlier: SessionRecord) {
  return continueSession(deps, {
    earlier,
    applied,
    agent,
    input,
    // Note: ids made from the key name the same interactions when the request comes again.
    prepare: async (participant) => {
      const tasks = input.interactions.map(async (added, index) => {
        const id = interactionIdSchema.parse(await deriveId(`${earlier.id} ${index}`, applied.key));
        return createTask(deps, { id, participant }, added);
      });
      return (await Promise.all(tasks)).flat();
    },
  });
}

async function startNew(deps: BackendDeps, start: SessionStart): Promise<StartedSession> {
  const { url, commit } = await draftSession(deps, start);
  try {
    await deps.store.commitSession({ ...commit, firstOf: knownBy(start) });
    const { id, interactions } = commit.record;
    return {
      sessionId: id,
      engagement: 'new',
      url: tellLink(start.agent, start.policy, url),
      interactions: listTasks(interactions).map((interaction) => interaction.id),
    };
  } catch (error) {
    if (error instanceof VersionConflictError) return answerAgain(deps, start);
    // Note: somebody started with this customer at the same moment, and was first.
    const earlier = error instanceof EarlierSessionError && (await findEarlier(deps, start));
    if (earlier) return startAgain(deps, start, earlier);
    throw error;
  }
}

/** The session was started by this very request before: nothing is sent again, and it answers with what was started. @throws `key-reused` */
async function answerAgain(
  deps: BackendDeps,
  { id, applied, agent, policy, input }: SessionStart,
): Promise<StartedSession> {
  const known = await deps.store.loadSession(id);
  const isSame = known?.appliedKeys.some(({ key, intent }) => key === applied.key && intent === applied.intent);
  if (!known || !isSame) throw new AppError('key-reused');
  const started = listTasks(known.interactions).slice(0, input.interactions.length);
  return {
    sessionId: id,
    engagement: 'new',
    url: await tellAnotherLink(deps, agent, policy, known),
    interactions: started.map((interaction) => interaction.id),
  };
}
