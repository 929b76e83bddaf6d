/** What Maya Thompson would hand over and answer. Files are heavy: they are made where a scenario is built. */
import type { InteractionId } from '#contract/ids.ts';
import type { CustomerClient } from '#backend/scenarios/customer-client.ts';
import { uploadTo } from '#backend/scenarios/customer-steps.ts';
import { identityItem, part } from '#backend/scenarios/sample-interactions.ts';

export const customerName = 'Maya Thompson';

export const sampleAnswers = {
  occupation: 'Nurse',
  email: 'maya.thompson@example.com',
  since: '2019-04-01',
  housing: 'rent',
  'other-loans': false,
};

export async function uploadIdentity(customer: CustomerClient, interactionId: InteractionId): Promise<void> {
  const { samplePhoto } = await import('#backend/scenarios/sample-files.ts');
  const target = { interactionId, itemId: identityItem.id, filename: 'passport.png' };
  await uploadTo(customer, target, await samplePhoto());
}

async function uploadPayslips(customer: CustomerClient, interactionId: InteractionId): Promise<void> {
  const { createSampleLetter } = await import('#backend/scenarios/sample-files.ts');
  for (const month of ['August', 'September', 'October']) {
    const target = { interactionId, itemId: part('income'), filename: `payslip-${month.toLowerCase()}.pdf` };
    const letter = await createSampleLetter([`Payslip ${month} 2026`, customerName, 'Net pay: 2,410.18 pounds']);
    await uploadTo(customer, target, letter);
  }
}

/** For every item that is required. */
export async function uploadEverything(customer: CustomerClient, interactionId: InteractionId): Promise<void> {
  await uploadIdentity(customer, interactionId);
  await uploadPayslips(customer, interactionId);
}
