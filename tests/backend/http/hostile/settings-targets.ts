/** Settings changed one by one. */
import type { World } from '#tests/backend/http/hostile/start-world.ts';
import { base, json, type Targets } from '#tests/backend/http/hostile/target.ts';
import { markup } from '#tests/backend/http/hostile/mutate-json.ts';
import { agentCredential } from '#tests/support/create-test-backend.ts';

const turnOn = (setting: string, from: unknown = null) => ({ changes: [{ setting, from, to: true }] });

export function listSettingsTargets({ own, late }: World): Targets {
  const agent = { ...base, credential: agentCredential, strangers: [own.token, late.token] };
  const ofTeam = {
    ...agent,
    params: { teamId: 'team-1' },
    foreign: [{ teamId: 'a b' }, { teamId: 'x'.repeat(65) }, { teamId: 'team:1' }],
  };
  const write = {
    headers: json,
    input: turnOn('singleActiveSession'),
    wrong: [
      { input: turnOn('chat', 'nobody saw this') },
      { input: turnOn('branding.primaryColor') },
      { input: turnOn(markup) },
      { input: turnOn('__proto__') },
      { input: { changes: [] } },
    ],
  };
  return {
    changeSystemSettings: { ...agent, ...write },
    changeTeamSettings: { ...ofTeam, ...write },
  };
}
