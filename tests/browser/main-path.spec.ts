import { expect, type Page } from '@playwright/test';

import type { InteractionKind } from '#contract/interaction.ts';
import { answerQuestions, expectRoom, heading, sendPapers, signDocument } from '#tests/browser/support/customer.ts';
import { addPdf, test, type World } from '#tests/browser/support/world.ts';
import { buildDocumentRequest, buildEsign, buildPayment, buildWorkflow } from '#tests/support/sample-interactions.ts';

const build = {
  esign: async (world: World) => buildEsign(await addPdf(world)),
  'document-request': async () => buildDocumentRequest(),
  workflow: async () => buildWorkflow(),
  payment: async () => buildPayment(),
} satisfies Record<InteractionKind, unknown>;

const complete: Record<InteractionKind, (page: Page) => Promise<void>> = {
  esign: (page) => signDocument(page, 'Loan agreement'),
  'document-request': (page) => sendPapers(page, 'Proof of income'),
  workflow: answerQuestions,
  payment: async () => undefined,
};

const orders: InteractionKind[][] = [
  ['esign', 'document-request', 'workflow', 'payment'],
  ['payment', 'workflow', 'document-request', 'esign'],
  ['document-request', 'esign', 'payment', 'workflow'],
  ['workflow', 'payment', 'esign', 'document-request'],
  ['esign', 'payment', 'workflow', 'document-request'],
  ['document-request', 'workflow', 'esign', 'payment'],
  ['workflow', 'esign', 'document-request', 'payment'],
  ['payment', 'esign', 'document-request', 'workflow'],
];

for (const order of orders) {
  test(`A customer is led through ${order.join(', ')} in one sitting and finds the payment in the room`, async ({
    page,
    world,
  }) => {
    const interactions = await Promise.all(order.map((kind) => build[kind](world)));
    const { url } = await world.startSession({ settings: { autoOpen: true }, interactions });
    await page.goto(url);

    for (const kind of order) await complete[kind](page);

    await expect(heading(page, 'One thing to do')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Pay €49\.00/ })).toBeVisible();
    await expectRoom(page);
  });
}

test('With auto open off a customer starts each task from the room and returns to it', async ({ page, world }) => {
  const { url } = await world.startSession({ interactions: [buildWorkflow(), buildDocumentRequest()] });
  await page.goto(url);

  await expect(heading(page, '2 things to do')).toBeVisible();
  await page.getByRole('button', { name: 'Start: About your work' }).click();
  await answerQuestions(page);
  await expect(heading(page, 'One thing to do')).toBeVisible();
  await page.getByRole('button', { name: 'Start: Proof of income' }).click();
  await sendPapers(page, 'Proof of income');

  await expect(heading(page, 'Nothing to do for now')).toBeVisible();
});
