/** What is completed, and what comes after it: each kind as the next one, and the way there up to the last button. */
import type { Locator, Page } from '@playwright/test';

import type { AddInteractionInput } from '#contract/agent.ts';
import { agreementInput, papersInput, questionsInput } from '#backend/scenarios/sample-interactions.ts';
import type { Stage } from '#backend/scenarios/scenario-stage.ts';
import type { Sight } from '#tests/bench/page-marks.ts';
import { buildDocumentRequest, buildEsign, buildPdf, buildWorkflow } from '#tests/support/sample-interactions.ts';

export type StepCase = {
  title: string;
  build: (stage: Stage) => Promise<AddInteractionInput[]>;
  /** Does everything but the last tap; gives the button for it. */
  prepare: (page: Page) => Promise<Locator>;
  /** The request that the last tap sends. */
  completing: RegExp;
  /** A request that shows that the next one was fetched ahead. */
  ahead: RegExp;
  next: Sight;
};

const heading = { name: 'usable', within: 'h1', isFocused: true };

async function prepareAnswers(page: Page): Promise<Locator> {
  await page.getByRole('textbox', { name: 'Who do you work for?' }).fill('Northwind');
  await page.getByRole('button', { name: 'Continue' }).click();
  return page.getByRole('button', { name: 'Send my answers' });
}

async function preparePapers(page: Page): Promise<Locator> {
  await page.getByLabel('Choose a file for Latest payslip').setInputFiles({
    name: 'payslip.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await buildPdf()),
  });
  await page.getByRole('button', { name: 'Remove payslip.pdf' }).waitFor();
  return page.getByRole('button', { name: 'Send 1 document' });
}

async function prepareSignature(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Your signature, required/ }).click();
  const sheet = page.getByRole('dialog', { name: 'Your signature' });
  await sheet.getByRole('tab', { name: 'Type' }).click();
  await sheet.getByRole('textbox', { name: 'Your full name' }).fill('Maya Thompson');
  await sheet.getByRole('button', { name: 'Use it here' }).click();
  return page.getByRole('button', { name: 'Sign and continue' });
}

export const stepCases: readonly StepCase[] = [
  {
    title: 'signature to document request',
    build: async ({ agent }) => [buildEsign(await agent.addDocument(await buildPdf())), papersInput],
    prepare: prepareSignature,
    completing: /\/sign$/,
    ahead: /\/api\/document-requests\//,
    next: { ...heading, text: 'Your papers', control: 'Send' },
  },
  {
    title: 'document request to questions',
    build: async () => [buildDocumentRequest(), questionsInput],
    prepare: preparePapers,
    completing: /\/submit$/,
    ahead: /\/api\/workflows\//,
    next: { ...heading, text: 'A few questions about you', control: 'Continue' },
  },
  {
    title: 'questions to signature',
    build: async (stage) => [buildWorkflow(), agreementInput(await stage.addAgreement())],
    prepare: prepareAnswers,
    completing: /\/submit$/,
    ahead: /\/api\/files\//,
    next: { ...heading, text: 'Personal loan agreement', control: 'Next' },
  },
];
