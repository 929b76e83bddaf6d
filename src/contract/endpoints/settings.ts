/** Settings of the system and of teams, one by one, with their log; and what applies to a session. */
import { defineEndpoint } from '#contract/endpoints/define-endpoint.ts';
import {
  changeSettingsInputSchema,
  preferencesSchema,
  sessionPreferencesSchema,
  settingsLogPageSchema,
} from '#contract/preferences.ts';

const system = { caller: 'agent', action: 'save-system-settings' } as const;
const team = { caller: 'agent', action: 'save-team-settings' } as const;
const systemPath = '/api/agent/settings/system';
const teamPath = '/api/agent/settings/teams/:teamId';

export const getSystemPreferences = defineEndpoint({
  ...system,
  method: 'GET',
  path: systemPath,
  input: null,
  output: preferencesSchema,
  errors: [],
});

export const getTeamPreferences = defineEndpoint({
  ...team,
  method: 'GET',
  path: teamPath,
  input: null,
  output: preferencesSchema,
  errors: [],
});

/** The level as it is afterwards. */
export const changeSystemSettings = defineEndpoint({
  ...system,
  method: 'PATCH',
  path: systemPath,
  input: changeSettingsInputSchema,
  output: preferencesSchema,
  errors: ['settings-changed'],
});

export const changeTeamSettings = defineEndpoint({
  ...team,
  method: 'PATCH',
  path: teamPath,
  input: changeSettingsInputSchema,
  output: preferencesSchema,
  errors: ['settings-changed'],
});

/** `cursor`: what the page before gave as `next`. */
export const readSystemSettingsLog = defineEndpoint({
  ...system,
  method: 'GET',
  path: `${systemPath}/log`,
  query: ['cursor'],
  input: null,
  output: settingsLogPageSchema,
  errors: [],
});

export const readTeamSettingsLog = defineEndpoint({
  ...team,
  method: 'GET',
  path: `${teamPath}/log`,
  query: ['cursor'],
  input: null,
  output: settingsLogPageSchema,
  errors: [],
});

export const getSessionPreferences = defineEndpoint({
  caller: 'agent',
  action: 'see-sessions',
  method: 'GET',
  path: '/api/agent/sessions/:sessionId/settings',
  input: null,
  output: sessionPreferencesSchema,
  errors: ['not-found'],
});
