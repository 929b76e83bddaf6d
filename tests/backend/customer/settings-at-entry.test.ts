/** Each setting × who says what about it, read from what the customer gets as they enter. */
import { describe, expect, it } from 'vitest';

import { getEntry } from '#contract/endpoints/entry.ts';
import { createTestBackend, testTeam } from '#tests/support/create-test-backend.ts';
import { settings, toLevel } from '#tests/support/setting-table.ts';
import { startTestSession } from '#tests/support/start-session.ts';

const cases = [
  { name: 'the system says one thing and the team the other', system: 0, team: 1, session: null, wins: 'team' },
  { name: 'the system says the other and the team the one', system: 1, team: 0, session: null, wins: 'team' },
  { name: 'the session has a value of its own', system: 1, team: 1, session: 0, wins: 'session' },
  { name: 'only the system says anything', system: 0, team: null, session: null, wins: 'system' },
] as const;

/** Note: turned on with a text, consent would be asked for before the policy is shown; no case here has both. */
const reachEntry = async (path: string, said: (typeof cases)[number]) => {
  const at = (choice: 0 | 1 | null) => toLevel({ [path]: choice });
  const test = createTestBackend();
  await test.agent.saveSystemSettings(at(said.system));
  await test.agent.saveTeamSettings(testTeam, at(said.team));
  const { customer } = await startTestSession({ settings: at(said.session) }, test);
  const entry = getEntry.output.parse(await (await customer(getEntry)).json());
  if (entry.kind !== 'open') throw new Error(`Failed to enter: ${entry.kind}.`);
  return entry;
};

describe.each(cases)('Where $name, the customer enters with', (said) => {
  it.each(settings)('$path as the $wins has it', async ({ path, values, read }) => {
    const { policy } = await reachEntry(path, said);
    const { value, origin = said.wins } = read(policy);
    expect({ value, origin }).toEqual({ value: values[said[said.wins] ?? 0], origin: said.wins });
  });
});

describe('What the customer sees of the look', () => {
  it.each(cases)('is the same that wins: $name', async (said) => {
    const choice = said[said.wins] ?? 0;
    for (const { path, values } of settings.filter((setting) => setting.path.startsWith('branding.'))) {
      const { branding } = await reachEntry(path, said);
      expect(Object.values(branding)).toContain(values[choice]);
    }
  });
});
