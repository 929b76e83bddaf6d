/**
 * Builds a named starting state through the contract, as agents and customers would, on the store of the given backend.
 * QA opens what it gives by one URL; browser tests start from it.
 */
import type { BackendDeps } from '#backend/deps.ts';
import * as gates from '#backend/scenarios/gate-scenarios.ts';
import * as look from '#backend/scenarios/look-scenarios.ts';
import * as main from '#backend/scenarios/main-scenarios.ts';
import * as notices from '#backend/scenarios/notice-scenarios.ts';
import * as progress from '#backend/scenarios/progress-scenarios.ts';
import { feeInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import type { ScenarioName } from '#backend/scenarios/scenario-list.ts';
import { type BuiltScenario, createStage, type Stage } from '#backend/scenarios/scenario-stage.ts';
import * as signing from '#backend/scenarios/signing-scenarios.ts';

type Recipe = { build: (stage: Stage) => Promise<BuiltScenario>; daysAgo?: number };

const longAgo = 30;

const recipes = {
  'main-path': { build: main.buildMainPath },
  'esign-only': { build: main.buildEsignOnly },
  'document-request-only': { build: (stage) => main.buildOpening(stage, [papersInput]) },
  'workflow-only': { build: (stage) => main.buildOpening(stage, [questionsInput]) },
  'payment-only': { build: (stage) => main.buildOpening(stage, [feeInput]) },
  'auto-open-off': { build: main.buildAutoOpenOff },
  'payments-only': { build: main.buildPaymentsOnly },
  'payment-first': { build: main.buildPaymentFirst },
  'nothing-to-do': { build: (stage) => main.buildOpening(stage, []) },
  'half-done': { build: progress.buildHalfDone },
  'all-done': { build: progress.buildAllDone },
  'returned-documents': { build: progress.buildReturnedDocuments },
  withdrawn: { build: progress.buildWithdrawn },
  'notices-none': { build: notices.buildNoticesNone },
  'notices-disclaimer': { build: notices.buildNoticesDisclaimer },
  'notices-inactive-agent': { build: notices.buildNoticesInactiveAgent },
  'notices-both': { build: notices.buildNoticesBoth },
  'notices-agent-active': { build: notices.buildNoticesAgentActive },
  'link-unknown': { build: gates.buildLinkUnknown },
  'link-expired': { build: gates.buildLinkExpired, daysAgo: longAgo },
  'link-expired-sms': { build: gates.buildLinkExpiredSms, daysAgo: longAgo },
  'link-expired-sms-off': { build: gates.buildLinkExpiredSmsOff, daysAgo: longAgo },
  'link-expired-embedded': { build: gates.buildLinkExpiredEmbedded, daysAgo: longAgo },
  'session-ended': { build: gates.buildSessionEnded },
  'session-ended-limited': { build: progress.buildEndedLimited },
  consent: { build: gates.buildConsent },
  'consent-refused': { build: gates.buildConsentRefused },
  offline: { build: gates.buildOffline },
  'service-unavailable': { build: gates.buildServiceUnavailable },
  branded: { build: look.buildBranded },
  'branded-bright': { build: look.buildBrandedBright },
  unbranded: { build: look.buildUnbranded },
  'polish-names': { build: look.buildPolishNames },
  'arabic-names': { build: look.buildArabicNames },
  'signing-reasons': { build: signing.buildSigningReasons },
  'require-review': { build: signing.buildRequireReview },
  'esign-confirm': { build: signing.buildEsignConfirm },
  'esign-approve': { build: signing.buildEsignApprove },
  'long-document': { build: signing.buildLongDocument },
} satisfies Record<ScenarioName, Recipe>;

export function buildScenario(deps: BackendDeps, name: ScenarioName): Promise<BuiltScenario> {
  const { build, daysAgo = 0 }: Recipe = recipes[name];
  return build(createStage(deps, name, { daysAgo }));
}
