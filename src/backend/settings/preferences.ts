/** /api/agent/settings/… and /api/agent/sessions/:sessionId/settings: Preferences, their log, and what applies to a session. */
import * as z from 'zod/mini';

import {
  changeSystemSettings,
  changeTeamSettings,
  getSessionPreferences,
  getSystemPreferences,
  getTeamPreferences,
  readSystemSettingsLog,
  readTeamSettingsLog,
} from '#contract/endpoints/settings.ts';
import { sessionIdSchema, teamIdSchema } from '#contract/ids.ts';
import type { Preferences, SettingChange } from '#contract/preferences.ts';
import { explainPolicy } from '#domain/resolve-policy.ts';
import { AppError } from '#backend/app-error.ts';
import type { Agent, BackendDeps } from '#backend/deps.ts';
import { assertMay, createSessionGuard } from '#backend/http/caller.ts';
import { parseInput } from '#backend/http/read-json.ts';
import { type AgentCall, agentInputRoute, agentRoute } from '#backend/http/route.ts';
import { toInstant } from '#backend/session/project-session.ts';
import { loadLevel } from '#backend/session/read-settings.ts';
import { loadLevels } from '#backend/session/resolve-record-gate.ts';
import { applyChanges, changeSettings } from '#backend/settings/change-settings.ts';
import type { SettingsPlace } from '#backend/store/settings-store.ts';

const paramsSchema = z.object({ teamId: teamIdSchema });
const sessionParamsSchema = z.object({ sessionId: sessionIdSchema });

const systemOf = ({ team }: Agent): SettingsPlace => ({ level: 'system', team });

/** @throws `not-allowed` */
export function teamOf(agent: Agent, params: AgentCall['params']): SettingsPlace {
  const { teamId } = parseInput(paramsSchema, params);
  assertMay(agent, 'save-team-settings', { agent: null, team: teamId });
  return { level: 'team', team: teamId };
}

export const getSystemPreferencesRoute = agentRoute(getSystemPreferences, ({ deps, agent }) =>
  readPreferences(deps, systemOf(agent)),
);

export const getTeamPreferencesRoute = agentRoute(getTeamPreferences, async ({ deps, agent, params }) =>
  readPreferences(deps, teamOf(agent, params)),
);

export const changeSystemSettingsRoute = agentInputRoute(changeSystemSettings, ({ deps, agent, input }) =>
  changePreferences(deps, { agent, place: systemOf(agent) }, input.changes),
);

export const changeTeamSettingsRoute = agentInputRoute(changeTeamSettings, async ({ deps, agent, params, input }) =>
  changePreferences(deps, { agent, place: teamOf(agent, params) }, input.changes),
);

export const readSystemSettingsLogRoute = agentRoute(readSystemSettingsLog, (call) =>
  readLog(call, systemOf(call.agent)),
);

export const readTeamSettingsLogRoute = agentRoute(readTeamSettingsLog, async (call) =>
  readLog(call, teamOf(call.agent, call.params)),
);

export const getSessionPreferencesRoute = agentRoute(getSessionPreferences, async ({ deps, agent, params }) => {
  const record = await deps.store.loadSession(parseInput(sessionParamsSchema, params).sessionId);
  if (!record) throw new AppError('not-found');
  createSessionGuard(agent, 'see-sessions')(record);
  const customer = record.participants.find(({ number }) => number === 1);
  const settings = explainPolicy(await loadLevels(deps, record));
  return { customerName: customer?.name ?? '', team: record.team, settings };
});

async function readPreferences(deps: BackendDeps, place: SettingsPlace): Promise<Preferences> {
  const { settings: own, version } = await loadLevel(deps, place);
  const levels =
    place.level === 'system'
      ? { system: own, team: {} }
      : { system: (await loadLevel(deps, { ...place, level: 'system' })).settings, team: own };
  return { version, own, settings: explainPolicy({ ...levels, session: {} }) };
}

async function changePreferences(
  deps: BackendDeps,
  target: { agent: Agent; place: SettingsPlace },
  changes: readonly SettingChange[],
): Promise<Preferences> {
  await changeSettings(deps, target, (settings) => applyChanges(settings, changes));
  return readPreferences(deps, target.place);
}

const pageSize = 50;
const querySchema = z.object({ cursor: z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/))) });

async function readLog({ deps, request }: AgentCall, place: SettingsPlace) {
  const { cursor } = parseInput(querySchema, Object.fromEntries(new URL(request.url).searchParams));
  const found = await deps.store.settings.readLog(place, cursor === undefined ? null : Number(cursor), pageSize + 1);
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  return {
    entries: page.map(({ at, changes, ...entry }) => ({ ...entry, at: toInstant(at), changes: [...changes] })),
    next: last && found.length > pageSize ? String(last.version) : null,
  };
}
