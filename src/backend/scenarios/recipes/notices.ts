/** Cookie disclaimer and inactive-agent message in all combinations, over whatever screen comes first. */
import type { SettingsLevel } from '#contract/settings.ts';
import type { notices } from '#backend/scenarios/groups/entering.ts';
import { startOpening } from '#backend/scenarios/recipes/start-opening.ts';
import { agreementInput } from '#backend/scenarios/sample-interactions.ts';
import { withDisclaimer, withInactiveAgentMessage } from '#backend/scenarios/sample-policies.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { unreachableAgent } from '#backend/scenarios/scenario-store.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

const startNoticed = async (stage: Stage, settings: SettingsLevel) => {
  const opened = await startOpening(stage, [agreementInput(await stage.addAgreement())], settings);
  await stage.agent.setPresence(false);
  return opened;
};

const buildWith =
  (settings: SettingsLevel) =>
  async (stage: Stage): Promise<BuiltScenario> =>
    asBuilt(await startNoticed(stage, settings));

async function buildAgentActive(stage: Stage): Promise<BuiltScenario> {
  const opened = await startNoticed(stage, withInactiveAgentMessage);
  await stage.agent.setPresence(true);
  return asBuilt(opened);
}

/** Note: agents start every session so far, and everybody's presence can be looked up. */
const buildWithAgent =
  (agent: SessionRecord['agent']) =>
  async (stage: Stage): Promise<BuiltScenario> => {
    const opened = await startNoticed(stage, withInactiveAgentMessage);
    await stage.change(opened.sessionId, () => ({ agent }));
    return asBuilt(opened);
  };

const both = { ...withDisclaimer, ...withInactiveAgentMessage };

const html = (words: string) => `<b>${words}</b> <img src="x" onerror="alert(1)"> &amp; <a href="/">go on</a>`;
const withHtml: SettingsLevel = {
  cookieDisclaimer: { on: true, text: html('We use cookies.') },
  inactiveAgentMessage: { on: true, text: html('Nobody is here.') },
};

const paragraph =
  'Our office is closed between Christmas and New Year. You can do everything here without us: sign, send, answer and pay. Whatever you send is read in the first week of January, in the order in which it came in.';
const openingHours = ['Monday 9–17', 'Tuesday 9–17', 'Wednesday 9–13', 'Thursday 9–19', 'Friday 9–15'].join('\n');
const withLongTexts: SettingsLevel = {
  cookieDisclaimer: { on: true, text: `${withDisclaimer.cookieDisclaimer.text}\n\n${paragraph}\n\n${paragraph}` },
  inactiveAgentMessage: { on: true, text: `${paragraph}\n\n${openingHours}\n\n${paragraph}` },
};

export const noticeRecipes: RecipesFor<typeof notices> = {
  'notices-none': { build: buildWith({}) },
  'notices-disclaimer': { build: buildWith(withDisclaimer) },
  'notices-inactive-agent': { build: buildWith(withInactiveAgentMessage) },
  'notices-both': { build: buildWith(both) },
  'notices-agent-active': { build: buildAgentActive },
  'notices-in-room': { build: buildWith({ ...both, autoOpen: false }) },
  'notices-no-agent': { build: buildWithAgent(null) },
  'notices-presence-unknown': { build: buildWithAgent({ id: unreachableAgent, name: 'Ada Lindqvist' }) },
  'notices-html': { build: buildWith(withHtml) },
  'notices-long': { build: buildWith(withLongTexts) },
};
