/** Everything that keeps a customer out: links, consent, and a backend that does not answer at first. */
import type { StartSessionInput } from '#contract/agent.ts';
import { getEntry, giveConsent, requestNewLink } from '#contract/endpoints/entry.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import type { cannotEnter } from '#backend/scenarios/groups/entering.ts';
import { answer } from '#backend/scenarios/customer-steps.ts';
import { startOpening } from '#backend/scenarios/recipes/start-opening.ts';
import type { FaultMode } from '#backend/scenarios/network-fault.ts';
import { sampleAnswers } from '#backend/scenarios/sample-customer.ts';
import { agreementInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit, withConsent } from '#backend/scenarios/sample-policies.ts';
import type { RecipesFor } from '#backend/scenarios/scenario-recipe.ts';
import { asBuilt, type BuiltScenario, day, type Stage } from '#backend/scenarios/scenario-stage.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';

/** A link that has the right form and that nobody issued. */
async function buildLinkUnknown(stage: Stage): Promise<BuiltScenario> {
  const { url } = await stage.start();
  const token = url.slice(url.lastIndexOf('/') + 1);
  return asBuilt({ url: url.replace(token, [...token].toReversed().join('')) });
}

/** Long enough for the default access duration to have run out. */
const longAgo = 30 * day;

const buildExpired =
  (settings: SettingsLevel = {}, input: Partial<StartSessionInput> = {}) =>
  async (stage: Stage): Promise<BuiltScenario> => {
    await stage.policy({ ...harbourCredit(), ...settings });
    return asBuilt(await stage.ago(longAgo).start({ interactions: [questionsInput], ...input }));
  };

async function buildLinkExpiredSmsOff(stage: Stage): Promise<BuiltScenario> {
  const built = await buildExpired({}, { channel: 'sms' })(stage);
  await stage.policy({ ...harbourCredit(), textMessages: false });
  return built;
}

/** The questions were answered while the first link worked; a second one was asked for just now. */
async function startRenewed(stage: Stage) {
  const opened = await startOpening(stage.ago(longAgo), [questionsInput, papersInput]);
  await answer(opened.customer, opened.at(0), sampleAnswers);
  await stage.customer(opened.url).ask(requestNewLink);
  return opened;
}

async function buildLinkRenewed(stage: Stage): Promise<BuiltScenario> {
  const { sessionId } = await startRenewed(stage);
  return asBuilt({ url: await stage.readNewestLink(sessionId) });
}

/** For `stage.change`. Note: no endpoint takes a link back yet. */
export const revokeLinks =
  (at: number) =>
  ({ links }: SessionRecord): Partial<SessionRecord> => ({
    links: links.map((link) => ({ ...link, revokedAt: at })),
  });

async function buildLinkRevoked(stage: Stage): Promise<BuiltScenario> {
  const opened = await startOpening(stage, [questionsInput]);
  await stage.change(opened.sessionId, (record) => revokeLinks(record.startedAt)(record));
  return asBuilt(opened);
}

async function buildConsent(stage: Stage): Promise<BuiltScenario> {
  const agreement = agreementInput(await stage.addAgreement());
  return asBuilt(await startOpening(stage, [agreement, questionsInput], withConsent));
}

const buildDecided =
  (decision: 'agree' | 'disagree') =>
  async (stage: Stage): Promise<BuiltScenario> => {
    const built = await buildConsent(stage);
    const customer = stage.customer(built.url);
    const entry = await customer.ask(getEntry);
    if (entry.kind !== 'consent') throw new Error(`Failed to ${decision}: consent was not asked for.`);
    const { revision } = entry.consent;
    await customer.ask(giveConsent, {}, { decision, revision });
    return built;
  };

async function buildConsentChanged(stage: Stage): Promise<BuiltScenario> {
  const built = await buildDecided('agree')(stage);
  const text = `${withConsent.consent.text}\n\nNew since November: we also accept photos of your papers.`;
  await stage.policy({ ...harbourCredit(), autoOpen: true, consent: { on: true, text } });
  return built;
}

const failingAtFirst =
  (mode: FaultMode, times = 3) =>
  async (stage: Stage): Promise<BuiltScenario> => {
    const { url } = await startOpening(stage, [questionsInput]);
    return { ...asBuilt({ url }), faults: [{ mode, endpoint: 'getEntry', times }] };
  };

export const cannotEnterRecipes: RecipesFor<typeof cannotEnter> = {
  'link-unknown': { build: buildLinkUnknown },
  'link-expired': { build: buildExpired() },
  'link-expired-sms': { build: buildExpired({}, { channel: 'sms' }) },
  'link-expired-sms-off': { build: buildLinkExpiredSmsOff },
  'link-expired-embedded': {
    build: buildExpired({ embeddedSession: true, copySessionUrl: true }, { channel: null }),
  },
  'link-expired-asked': { build: async (stage) => asBuilt(await startRenewed(stage)) },
  'link-renewed': { build: buildLinkRenewed },
  'link-revoked': { build: buildLinkRevoked },
  consent: { build: buildConsent },
  'consent-refused': { build: buildDecided('disagree') },
  'consent-given': { build: buildDecided('agree') },
  'consent-changed': { build: buildConsentChanged },
  'consent-link-expired': { build: buildExpired(withConsent) },
  offline: { build: failingAtFirst('offline') },
  'service-unavailable': { build: failingAtFirst('unavailable') },
  'too-many-requests': { build: failingAtFirst('too-many-requests', 2) },
};
