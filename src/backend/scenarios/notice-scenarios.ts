/** Cookie disclaimer and inactive-agent message in all combinations, over a screen that opened by itself. */
import type { SettingsLevel } from '#contract/settings.ts';
import { agreementInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit, withDisclaimer, withInactiveAgentMessage } from '#backend/scenarios/sample-policies.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

const buildNotices = async (stage: Stage, notices: SettingsLevel, isAgentThere: boolean): Promise<BuiltScenario> => {
  await stage.policy({ ...harbourCredit(), autoOpen: true, ...notices });
  await stage.agent.setPresence(isAgentThere);
  const document = await stage.addAgreement();
  return asBuilt(await stage.start({ interactions: [agreementInput(document)] }));
};

export const buildNoticesNone = (stage: Stage) => buildNotices(stage, {}, false);
export const buildNoticesDisclaimer = (stage: Stage) => buildNotices(stage, withDisclaimer, false);
export const buildNoticesInactiveAgent = (stage: Stage) => buildNotices(stage, withInactiveAgentMessage, false);
export const buildNoticesBoth = (stage: Stage) =>
  buildNotices(stage, { ...withDisclaimer, ...withInactiveAgentMessage }, false);
export const buildNoticesAgentActive = (stage: Stage) => buildNotices(stage, withInactiveAgentMessage, true);
