/** Asks every endpoint about settings for something it answers. */
import {
  changeSystemSettings,
  changeTeamSettings,
  getSessionPreferences,
  getSystemPreferences,
  getTeamPreferences,
  readSystemSettingsLog,
  readTeamSettingsLog,
} from '#contract/endpoints/settings.ts';
import type { SessionId } from '#contract/ids.ts';
import type { CheckedBackend } from '#tests/backend/openapi/checked-backend.ts';
import { agentCredential, testTeam } from '#tests/support/create-test-backend.ts';
import { createCaller } from '#tests/support/start-session.ts';

export async function askAboutSettings(
  { backend }: Pick<CheckedBackend, 'backend'>,
  sessionId: SessionId,
): Promise<void> {
  const ask = createCaller(backend, agentCredential);
  const params = { teamId: testTeam };
  const input = { changes: [{ setting: 'signingReasons', from: null, to: ['I agree'] }] };
  await ask(changeSystemSettings, { input });
  await ask(changeTeamSettings, { params, input });
  await ask(getSystemPreferences);
  await ask(getTeamPreferences, { params });
  await ask(readSystemSettingsLog);
  await ask(readTeamSettingsLog, { params, query: '?cursor=9' });
  await ask(getSessionPreferences, { params: { sessionId } });
}
