// Note: there are no workers in this page, so pdf.js runs its worker's code beside the test.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { AddInteractionInput } from '#contract/agent.ts';
import { type InteractionKind, interactionKinds } from '#contract/interaction.ts';
import { createTestBackend, type TestBackend } from '#tests/support/create-test-backend.ts';
import { useMockServer } from '#tests/support/mock-server.ts';
import { buildSession, openLink } from '#tests/support/render-room.tsx';
import {
  buildDocumentRequest,
  buildEsign,
  buildPayment,
  buildPdf,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';

const mock = useMockServer();

type Customer = ReturnType<typeof openLink>['user'];

const build: Record<InteractionKind, (test: TestBackend) => Promise<AddInteractionInput>> = {
  esign: async ({ agent }) => buildEsign(await agent.addDocument(await buildPdf())),
  'document-request': async () => buildDocumentRequest(),
  workflow: async () => buildWorkflow(),
  payment: async () => buildPayment(),
};

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

const complete: Record<InteractionKind, (user: Customer) => Promise<void>> = {
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

/** Every subset of the kinds, in every order. */
const arrange = (kinds: readonly InteractionKind[]): InteractionKind[][] => [
  [],
  ...kinds.flatMap((first) => arrange(kinds.filter((kind) => kind !== first)).map((rest) => [first, ...rest])),
];

test.each(arrange(interactionKinds).map((order) => ({ order, name: order.join(', ') || 'nothing' })))(
  'A customer with $name is led through what opens by itself and lands in the room',
  async ({ order }) => {
    const backend = createTestBackend();
    const interactions = await Promise.all(order.map((kind) => build[kind](backend)));
    const session = await buildSession({ settings: { autoOpen: true }, interactions }, backend);
    mock.serve(session.backend);
    const { user } = openLink(session.path);

    for (const kind of order) await complete[kind](user);

    await heading(order.includes('payment') ? 'One thing to do' : expectedRoom(order));
    await waitFor(() => {
      expect(location.pathname).toBe(session.path);
    });
    expect(screen.queryAllByRole('button', { name: /^Pay €49\.00/ })).toHaveLength(order.includes('payment') ? 1 : 0);
  },
);

function expectedRoom(order: readonly InteractionKind[]): string {
  if (order.length === 0) return 'Nothing to do right now';
  return order.includes('document-request') ? 'Nothing to do for now' : 'All done';
}
