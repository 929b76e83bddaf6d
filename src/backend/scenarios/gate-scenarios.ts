/** Everything that keeps a customer out: links, endings, consent, and a backend that does not answer at first. */
import type { StartSessionInput } from '#contract/agent.ts';
import { getEntry, giveConsent } from '#contract/endpoints/entry.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { FaultMode } from '#backend/scenarios/network-fault.ts';
import { agreementInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit, withConsent } from '#backend/scenarios/sample-policies.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

/** A link that has the right form and that nobody issued. */
export async function buildLinkUnknown(stage: Stage): Promise<BuiltScenario> {
  const { url } = await stage.start();
  const token = url.slice(url.lastIndexOf('/') + 1);
  return asBuilt({ url: url.replace(token, [...token].toReversed().join('')) });
}

/** The stage stands far enough in the past for the default access duration to have run out. */
async function buildExpired(
  stage: Stage,
  settings: SettingsLevel,
  input: Partial<StartSessionInput> = {},
): Promise<BuiltScenario> {
  await stage.policy({ ...harbourCredit(), ...settings });
  return asBuilt(await stage.start({ interactions: [questionsInput], ...input }));
}

export const buildLinkExpired = (stage: Stage) => buildExpired(stage, {});
export const buildLinkExpiredSms = (stage: Stage) => buildExpired(stage, {}, { channel: 'sms' });
export const buildLinkExpiredEmbedded = (stage: Stage) =>
  buildExpired(stage, { embeddedSession: true, copySessionUrl: true }, { channel: null });

export async function buildLinkExpiredSmsOff(stage: Stage): Promise<BuiltScenario> {
  const built = await buildExpired(stage, {}, { channel: 'sms' });
  await stage.policy({ ...harbourCredit(), textMessages: false });
  return built;
}

export async function buildSessionEnded(stage: Stage): Promise<BuiltScenario> {
  await stage.policy({ ...harbourCredit(), endAccess: { level: 'none' } });
  const { url, sessionId } = await stage.start({ interactions: [questionsInput] });
  await stage.agent.endSession(sessionId);
  return asBuilt({ url });
}

export async function buildConsent(stage: Stage): Promise<BuiltScenario> {
  await stage.policy({ ...harbourCredit(), ...withConsent, autoOpen: true });
  await stage.agent.setPresence(true);
  const document = await stage.addAgreement();
  return asBuilt(await stage.start({ interactions: [agreementInput(document), questionsInput] }));
}

export async function buildConsentRefused(stage: Stage): Promise<BuiltScenario> {
  const built = await buildConsent(stage);
  const customer = stage.customer(built.url);
  const entry = await customer.ask(getEntry);
  if (entry.kind !== 'consent') throw new Error('Failed to refuse consent: it was not asked for.');
  const { revision } = entry.consent;
  await customer.ask(giveConsent, {}, { decision: 'disagree', revision });
  return built;
}

const failingAtFirst =
  (mode: FaultMode) =>
  async (stage: Stage): Promise<BuiltScenario> => {
    await stage.policy({ ...harbourCredit(), autoOpen: true });
    await stage.agent.setPresence(true);
    const { url } = await stage.start({ interactions: [questionsInput] });
    return { url, faults: [{ mode, endpoint: 'getEntry', times: 3 }] };
  };

export const buildOffline = failingAtFirst('offline');
export const buildServiceUnavailable = failingAtFirst('unavailable');
