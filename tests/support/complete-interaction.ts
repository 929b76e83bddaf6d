/** One interaction of each kind, and what a customer does on the page to complete it. */
// Note: there are no workers in this page, so pdf.js runs its worker's code beside the test.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

import { screen, within } from '@testing-library/react';

import type { AddInteractionInput } from '#contract/agent.ts';
import type { InteractionKind } from '#contract/interaction.ts';
import type { TestBackend } from '#tests/support/create-test-backend.ts';
import type { openLink } from '#tests/support/render-room.tsx';
import {
  buildDocumentRequest,
  buildEsign,
  buildPayment,
  buildPdf,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';

type Customer = ReturnType<typeof openLink>['user'];

export const build: Record<InteractionKind, (test: TestBackend) => Promise<AddInteractionInput>> = {
  esign: async ({ agent }) => buildEsign(await agent.addDocument(await buildPdf())),
  'document-request': async () => buildDocumentRequest(),
  workflow: async () => buildWorkflow(),
  payment: async () => buildPayment(),
};

export const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

export const complete: Record<InteractionKind, (user: Customer) => Promise<void>> = {
  esign: async (user) => {
    await heading('Loan agreement');
    await user.click(await screen.findByRole('button', { name: 'Your signature, required' }));
    const sheet = within(await screen.findByRole('dialog', { name: 'Your signature' }));
    await user.click(sheet.getByRole('tab', { name: 'Type' }));
    await user.type(sheet.getByRole('textbox', { name: 'Your full name' }), 'Grace');
    await user.click(sheet.getByRole('button', { name: 'Use it here' }));
    await user.click(await screen.findByRole('button', { name: 'Sign and continue' }));
  },
  'document-request': async (user) => {
    await heading('Proof of income');
    const payslip = new File([await buildPdf()], 'payslip.pdf', { type: 'application/pdf' });
    await user.upload(await screen.findByLabelText('Choose a file for Latest payslip'), payslip);
    await screen.findByRole('button', { name: 'Remove payslip.pdf' });
    await user.click(screen.getByRole('button', { name: 'Send 1 document' }));
  },
  workflow: async (user) => {
    await heading('Your work');
    await user.type(await screen.findByRole('textbox', { name: /Who do you work for/ }), 'Northwind');
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await heading('Check your answers');
    await user.click(screen.getByRole('button', { name: 'Send my answers' }));
  },
  payment: async () => undefined,
};
