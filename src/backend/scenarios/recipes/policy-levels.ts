/** The same setting at different levels: which one wins, and which text goes with it. */
import type { SettingsLevel } from '#contract/settings.ts';
import type { policyLevels } from '#backend/scenarios/groups/auto-open.ts';
import { agreementInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit, withDisclaimer, withInactiveAgentMessage } from '#backend/scenarios/sample-policies.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

type Levels = { system?: SettingsLevel; team?: SettingsLevel; session?: SettingsLevel };

const atLevels =
  ({ system = {}, team = {}, session = {} }: Levels) =>
  async (stage: Stage): Promise<BuiltScenario> => {
    await stage.systemPolicy({ ...harbourCredit(), ...system });
    await stage.policy(team);
    const document = await stage.addAgreement();
    return asBuilt(await stage.start({ settings: session, interactions: [agreementInput(document)] }));
  };

async function buildOtherTeam(stage: Stage): Promise<BuiltScenario> {
  await stage.policy({ ...harbourCredit(), autoOpen: false });
  const team = await stage.addTeam({
    branding: { companyName: 'Harbour Credit Mortgages', primaryColor: '#5b3a8c' },
    autoOpen: true,
  });
  await stage.agent.setPresence(true);
  const document = await stage.addAgreement();
  return asBuilt(await stage.start({ team, interactions: [agreementInput(document)] }));
}

const on = { autoOpen: true };
const off = { autoOpen: false };
const withoutText = { cookieDisclaimer: { on: true }, inactiveAgentMessage: { on: true } };
const textsOnly = {
  cookieDisclaimer: { text: withDisclaimer.cookieDisclaimer.text },
  inactiveAgentMessage: { text: withInactiveAgentMessage.inactiveAgentMessage.text },
};

export const policyLevelRecipes: RecipesFor<typeof policyLevels> = {
  'team-off-system-on': { build: atLevels({ system: on, team: off }) },
  'team-silent-system-on': { build: atLevels({ system: on }) },
  'session-off-team-on': { build: atLevels({ team: on, session: off }) },
  'session-on-team-off': { build: atLevels({ team: off, session: on }) },
  'other-team': { build: buildOtherTeam },
  'text-from-system': { build: atLevels({ system: { ...on, ...textsOnly }, team: withoutText }) },
  'text-nowhere': { build: atLevels({ team: { ...on, ...withoutText, consent: { on: true } } }) },
};
