/** Sessions in the middle and at the end: what a customer comes back to. */
import { getEntry } from '#contract/endpoints/entry.ts';
import { type InteractionId, type PartId, partIdSchema } from '#contract/ids.ts';
import type { CustomerClient } from '#backend/scenarios/customer-client.ts';
import { answer, pay, signAs, submitPapers, uploadTo } from '#backend/scenarios/customer-steps.ts';
import {
  agreementInput,
  feeInput,
  identityItem,
  papersInput,
  questionsInput,
} from '#backend/scenarios/sample-interactions.ts';
import { harbourCredit } from '#backend/scenarios/sample-policies.ts';
import { asBuilt, type BuiltScenario, type Stage } from '#backend/scenarios/scenario-stage.ts';

const customerName = 'Maya Thompson';
const incomeItem = partIdSchema.parse('income');

const sampleAnswers = {
  occupation: 'Nurse',
  email: 'maya.thompson@example.com',
  since: '2019-04-01',
  housing: 'rent',
  'other-loans': false,
};

type Target = { customer: CustomerClient; interactionId: InteractionId };

async function uploadIdentity({ customer, interactionId }: Target): Promise<void> {
  const { samplePhoto } = await import('#backend/scenarios/sample-files.ts');
  const target = { interactionId, itemId: identityItem.id, filename: 'passport.png' };
  await uploadTo(customer, target, await samplePhoto());
}

async function uploadPayslips({ customer, interactionId }: Target): Promise<void> {
  const { createSampleLetter } = await import('#backend/scenarios/sample-files.ts');
  for (const month of ['August', 'September', 'October']) {
    const target = { interactionId, itemId: incomeItem, filename: `payslip-${month.toLowerCase()}.pdf` };
    const letter = await createSampleLetter([`Payslip ${month} 2026`, customerName, 'Net pay: 2,410.18 pounds']);
    await uploadTo(customer, target, letter);
  }
}

/** The link's session with all four kinds, opened by itself. */
async function startWithEverything(stage: Stage) {
  await stage.policy({ ...harbourCredit(await stage.addLogo()), autoOpen: true });
  await stage.agent.setPresence(true);
  const document = await stage.addAgreement();
  const { url, sessionId, interactions } = await stage.start({
    interactions: [questionsInput, papersInput, agreementInput(document), feeInput],
  });
  const [questions, papers, agreement, fee] = interactions;
  if (!questions || !papers || !agreement || !fee) throw new Error('Failed to start: four interactions were sent.');
  return { url, sessionId, customer: stage.customer(url), questions, papers, agreement, fee };
}

export async function buildHalfDone(stage: Stage): Promise<BuiltScenario> {
  const { url, customer, questions, papers } = await startWithEverything(stage);
  await answer(customer, questions, sampleAnswers);
  await uploadIdentity({ customer, interactionId: papers });
  return asBuilt({ url });
}

export async function buildAllDone(stage: Stage): Promise<BuiltScenario> {
  const { url, sessionId, customer, questions, papers, agreement, fee } = await startWithEverything(stage);
  await answer(customer, questions, sampleAnswers);
  await uploadIdentity({ customer, interactionId: papers });
  await uploadPayslips({ customer, interactionId: papers });
  await submitPapers(customer, papers);
  await signAs(customer, agreement, customerName);
  await pay(customer, fee);
  await acceptWhatIsUnderReview(stage, { customer, sessionId, papers });
  await stage.agent.sendMessage(sessionId, 'Thank you, Maya. Everything is here; the money is on its way.');
  return asBuilt({ url });
}

type Started = Awaited<ReturnType<typeof startWithEverything>>;

async function acceptWhatIsUnderReview(
  stage: Stage,
  { customer, sessionId, papers }: Pick<Started, 'customer' | 'sessionId' | 'papers'>,
): Promise<void> {
  const entry = await customer.ask(getEntry);
  if (entry.kind !== 'open') return;
  const handedIn = entry.session.interactions.find(({ id }) => id === papers);
  if (handedIn?.status === 'under-review') await stage.agent.accept(sessionId, papers);
}

export async function buildReturnedDocuments(stage: Stage): Promise<BuiltScenario> {
  await stage.policy({ ...harbourCredit(), autoOpen: true });
  await stage.agent.setPresence(true);
  const { url, sessionId, interactions } = await stage.start({ interactions: [papersInput] });
  const [papers] = interactions;
  if (!papers) throw new Error('Failed to start: one interaction was sent.');
  const customer = stage.customer(url);
  await uploadIdentity({ customer, interactionId: papers });
  await uploadPayslips({ customer, interactionId: papers });
  await submitPapers(customer, papers);
  const items: Record<PartId, string> = {
    [identityItem.id]: 'The lower edge is cut off. Please take the photo again with all four corners.',
  };
  await stage.agent.returnForCorrection(sessionId, papers, 'One photo has to be taken again.', items);
  return asBuilt({ url });
}

export async function buildWithdrawn(stage: Stage): Promise<BuiltScenario> {
  await stage.policy({ ...harbourCredit(), autoOpen: true });
  await stage.agent.setPresence(true);
  const document = await stage.addAgreement();
  const { url, sessionId, interactions } = await stage.start({
    interactions: [agreementInput(document), questionsInput],
  });
  const [agreement] = interactions;
  if (!agreement) throw new Error('Failed to start: two interactions were sent.');
  await stage.agent.withdraw(sessionId, agreement, 'This was the wrong version. You will get the right one soon.');
  return asBuilt({ url });
}

export async function buildEndedLimited(stage: Stage): Promise<BuiltScenario> {
  const { url, sessionId, customer, agreement } = await startWithEverything(stage);
  await signAs(customer, agreement, customerName);
  await stage.agent.endSession(sessionId);
  return asBuilt({ url });
}
