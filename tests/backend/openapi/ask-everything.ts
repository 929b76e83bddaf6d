/** Asks every endpoint of the table for something it answers: a customer's whole way, and what agents do around it. */
import {
  addInteraction,
  getAgentFile,
  getStartTerms,
  readSessionResults,
  startPlannedSession,
  startSession,
} from '#contract/endpoints/agent.ts';
import { getAgentSession, getSessionTrail, signalAgentTyping } from '#contract/endpoints/agent-session.ts';
import {
  createUpload,
  endUpload,
  getDocumentRequest,
  getUploadOffset,
  removeFile,
} from '#contract/endpoints/document-request.ts';
import { getApiDescription } from '#contract/endpoints/description.ts';
import {
  cancelPlan,
  changePlan,
  reassignSession,
  reengage,
  renameInteraction,
  reopenSession,
  reportActivity,
  resendInvitation,
  revokeLinks,
} from '#contract/endpoints/engagement.ts';
import { getEntry, getLogo, getSession, giveConsent, requestNewLink } from '#contract/endpoints/entry.ts';
import { decline, getEsign, saveEsignDraft } from '#contract/endpoints/esign.ts';
import { handOver, takeBack } from '#contract/endpoints/hand-over.ts';
import { createFileTicket, getFile, getTicketFile } from '#contract/endpoints/interaction.ts';
import { listMessages, sendMessage, signalTyping } from '#contract/endpoints/message.ts';
import {
  assignInteraction,
  inviteParticipant,
  reengageParticipant,
  resendToParticipant,
  revokeLinksOfParticipant,
} from '#contract/endpoints/participation.ts';
import { getSandboxCheckout, startCheckout } from '#contract/endpoints/payment.ts';
import { listPeople } from '#contract/endpoints/people.ts';
import { getWorkflow, removeAnswerFile, saveWorkflowDraft } from '#contract/endpoints/workflow.ts';
import type { FileId, InteractionId, SessionId } from '#contract/ids.ts';
import { createCustomerClient, type CustomerClient } from '#backend/scenarios/customer-client.ts';
import { answer, pay, signAs, submitPapers, uploadTo } from '#backend/scenarios/customer-steps.ts';
import { part } from '#backend/scenarios/sample-interactions.ts';
import { createSampleLogo } from '#backend/scenarios/sample-logo.ts';
import { askAboutPeople } from '#tests/backend/openapi/ask-about-people.ts';
import { askAboutOutbox } from '#tests/backend/openapi/ask-about-outbox.ts';
import { askAboutSettings } from '#tests/backend/openapi/ask-about-settings.ts';
import { askAboutSystems } from '#tests/backend/openapi/ask-about-systems.ts';
import type { CheckedBackend } from '#tests/backend/openapi/checked-backend.ts';
import { agentCredential, testTeam } from '#tests/support/create-test-backend.ts';
import {
  buildDocumentRequest,
  buildEsign,
  buildFileQuestion,
  buildPayment,
  buildPdf,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';
import { buildSessionInput, type Caller, createCaller } from '#tests/support/start-session.ts';

const day = 24 * 60 * 60 * 1_000;
const draft = { writer: 'tab-number-1', revision: 0, takeOver: false };

export async function askEverything(world: CheckedBackend): Promise<void> {
  const { agent, backend } = world;
  const document = await setUp(world);
  const { url, sessionId, interactions } = await agent.startSession(
    buildSessionInput({
      interactions: [
        buildEsign(document),
        buildDocumentRequest(),
        buildWorkflow(),
        buildPayment(),
        buildEsign(document),
      ],
    }),
  );
  const [toSign, papers, questions, fee, toDecline] = interactions;
  if (!toSign || !papers || !questions || !fee || !toDecline) throw new Error('Failed to start: something is missing.');
  const customer = createCustomerClient(backend, url);

  await comeIn(customer);
  await signDocument(customer, toSign);
  const { revision } = await customer.ask(getEsign, { interactionId: toDecline });
  await customer.ask(decline, { interactionId: toDecline }, { revision, reason: 'Not today.' });
  await handPapersIn(customer, papers);
  await agent.returnForCorrection(sessionId, papers, 'The second page is missing.');
  await handPapersIn(customer, papers);
  await agent.accept(sessionId, papers);
  const content = { answers: { employer: 'Northwind' }, step: 'work' };
  await customer.ask(saveWorkflowDraft, { interactionId: questions }, { ...draft, content });
  await answer(customer, questions, content.answers);
  await addToQuestion(customer, await agent.addInteraction(sessionId, buildFileQuestion()));
  await payFee(customer, fee);
  await customer.request(signalTyping);
  const attached = await uploadTo(customer, { purpose: 'message', filename: 'note.pdf' }, await buildPdf());
  await customer.ask(sendMessage, {}, { text: 'Done.', attachments: [attached] });
  const { uploadId } = await agent.addAttachment(sessionId, 'terms.pdf', await buildPdf());
  await agent.sendMessage(sessionId, 'Thank you.', [uploadId]);
  await createCaller(backend, agentCredential)(signalAgentTyping, { params: { sessionId } });
  await customer.ask(listMessages);
  await agent.withdraw(sessionId, await agent.addInteraction(sessionId, buildWorkflow()), 'Not needed.');
  await readWhatCame(backend, sessionId);
  await startWhatWasPlanned(world);
  await handOverToAnother(world);
  await askAboutPeople(world);
  await askAboutSettings(world, sessionId);
  await askAboutSystems(world);
  await askAboutOutbox(world, sessionId);
  await agent.endSession(sessionId);
  await customer.ask(getEntry);
  await inviteAgain(backend, sessionId);
  await askForNewLink(world);
}

async function setUp({ agent, backend }: CheckedBackend): Promise<FileId> {
  await agent.setPresence(true);
  const logo = await agent.addLogo(await createSampleLogo());
  await agent.saveSystemSettings({ accessDuration: 1, consent: { on: true, text: 'May we?' } });
  await agent.saveTeamSettings(testTeam, { branding: { companyName: 'Harbour Credit', logo } });
  const anyone = createCustomerClient(backend, 'http://room.test/s/nobody');
  await anyone.request(getLogo, { params: { fileId: logo } });
  await anyone.ask(getApiDescription);
  return agent.addDocument(await buildPdf());
}

async function comeIn(customer: CustomerClient): Promise<void> {
  const entry = await customer.ask(getEntry);
  if (entry.kind !== 'consent') throw new Error(`Failed to be asked for consent: ${entry.kind}.`);
  await customer.ask(giveConsent, {}, { decision: 'agree', revision: entry.consent.revision });
  await customer.ask(getEntry);
  await customer.ask(getSession);
}

async function signDocument(customer: CustomerClient, interactionId: InteractionId): Promise<void> {
  await customer.ask(saveEsignDraft, { interactionId }, { ...draft, content: { values: {} } });
  await customer.ask(getEsign, { interactionId });
  await signAs(customer, interactionId, 'Cleo Customer');
  const { interactions } = await customer.ask(getSession);
  const signed = interactions.find(({ id }) => id === interactionId)?.files[0];
  const params = { fileId: signed?.id ?? '' };
  await customer.request(getFile, { params });
  const { path } = await customer.ask(createFileTicket, params);
  await customer.request(getTicketFile, { params: { ticket: path?.split('/').at(-1) ?? '' } });
}

async function handPapersIn(customer: CustomerClient, interactionId: InteractionId): Promise<void> {
  const target = { interactionId, itemId: part('payslip'), filename: 'payslip.pdf' };
  await uploadTo(customer, target, await buildPdf());
  await uploadTo(customer, target, await buildPdf());
  const { items } = await customer.ask(getDocumentRequest, { interactionId });
  await customer.ask(removeFile, { interactionId, fileId: items[0]?.files[0]?.id ?? '' });

  const tus = { 'tus-resumable': '1.0.0' };
  const metadata = Object.entries(target).map(([key, value]) => `${key} ${btoa(value)}`);
  const headers = { ...tus, 'upload-length': '10', 'upload-metadata': metadata.join(',') };
  const begun = await customer.request(createUpload, { headers });
  const params = { uploadId: begun.headers.get('location')?.split('/').at(-1) ?? '' };
  await customer.request(getUploadOffset, { params, headers: tus });
  await customer.ask(getDocumentRequest, { interactionId });
  await customer.request(endUpload, { params, headers: tus });
  await submitPapers(customer, interactionId);
}

async function addToQuestion(customer: CustomerClient, interactionId: InteractionId): Promise<void> {
  const target = { interactionId, itemId: part('licence'), filename: 'licence.pdf' };
  await uploadTo(customer, target, await buildPdf());
  const { added } = await customer.ask(getWorkflow, { interactionId });
  await customer.ask(removeAnswerFile, { interactionId, fileId: added[0]?.files[0]?.id ?? '' });
}

async function readWhatCame(backend: CheckedBackend['backend'], sessionId: SessionId): Promise<void> {
  const asAgent = createCaller(backend, agentCredential);
  await asAgent(getAgentSession, { params: { sessionId } });
  await asAgent(getSessionTrail, { params: { sessionId } });
  const answer = await asAgent(readSessionResults, { params: { sessionId } });
  const { interactions } = readSessionResults.output.parse(await answer.json());
  await asAgent(getAgentFile, { params: { sessionId, fileId: interactions[0]?.files[0]?.id ?? '' } });
}

async function payFee(customer: CustomerClient, interactionId: InteractionId): Promise<void> {
  const returnUrl = `${customer.url}/paid/${interactionId}`;
  const checkout = await customer.ask(startCheckout, { interactionId }, { revision: 1, returnUrl });
  await customer.request(getSandboxCheckout, { params: { checkoutId: checkout.url.split('/').at(-1) ?? '' } });
  await pay(customer, interactionId);
}

async function startWhatWasPlanned({ backend }: CheckedBackend): Promise<void> {
  const asAgent = createCaller(backend, agentCredential);
  await asAgent(getStartTerms, { params: { teamId: testTeam } });
  const answer = await asAgent(startSession, { input: buildSessionInput({ when: 'planned' }) });
  const { sessionId } = startSession.output.parse(await answer.json());
  const customer = { name: 'Cleo', email: 'cleo@example.org', phone: null, language: 'pl' };
  await asAgent(changePlan, { params: { sessionId }, input: { customer, channel: 'email' } });
  await asAgent(startPlannedSession, { params: { sessionId } });
  const other = await asAgent(startSession, { input: buildSessionInput({ when: 'planned' }) });
  const { sessionId: givenUp } = startSession.output.parse(await other.json());
  await asAgent(cancelPlan, { params: { sessionId: givenUp } });
}

async function inviteAgain(backend: CheckedBackend['backend'], sessionId: SessionId) {
  const asAgent = createCaller(backend, agentCredential);
  const params = { sessionId };
  await asAgent(reopenSession, { params });
  const added = await asAgent(addInteraction, { params, input: buildWorkflow() });
  const { interactionId } = addInteraction.output.parse(await added.json());
  await asAgent(renameInteraction, { params: { ...params, interactionId }, input: { title: 'About your work' } });
  await asAgent(resendInvitation, { params });
  const customer = { name: 'Cleo Customer', email: 'cleo@example.org', phone: null };
  await askForOthers(asAgent, sessionId, interactionId);
  await asAgent(reengage, { params, input: { customer, channel: 'email' } });
  const { people } = listPeople.output.parse(await (await asAgent(listPeople)).json());
  await asAgent(reassignSession, { params, input: { agent: people[0]?.id } });
  await asAgent(revokeLinks, { params });
  await asAgent(reportActivity, { input: { idleFor: 0 } });
}

async function askForOthers(asAgent: Caller, sessionId: SessionId, interactionId: InteractionId) {
  const anna = { name: 'Anna Alder', email: 'anna@example.com', phone: null };
  const input = { customer: anna, channel: 'email' };
  const invited = await asAgent(inviteParticipant, { params: { sessionId }, input });
  const { participantId } = inviteParticipant.output.parse(await invited.json());
  const params = { sessionId, participantId };
  await asAgent(assignInteraction, { params: { sessionId, interactionId }, input: { participant: participantId } });
  await asAgent(resendToParticipant, { params });
  await asAgent(reengageParticipant, { params, input });
  await asAgent(revokeLinksOfParticipant, { params });
}

async function handOverToAnother({ agent, backend }: CheckedBackend): Promise<void> {
  const document = await agent.addDocument(await buildPdf());
  const settings = { reassign: true, consent: { on: false } };
  const begun = await agent.startSession(buildSessionInput({ interactions: [buildEsign(document)], settings }));
  const customer = createCustomerClient(backend, begun.url);
  const params = { interactionId: begun.interactions[0] ?? '' };
  const contact = { channel: 'email', email: 'anna@example.com' };
  await customer.ask(handOver, params, { revision: 1, name: 'Anna Alder', contact, note: 'Yours, I think.' });
  await customer.ask(takeBack, params, { revision: 2 });
}

async function askForNewLink({ agent, backend, pass }: CheckedBackend): Promise<void> {
  const { url } = await agent.startSession(buildSessionInput());
  const customer = createCustomerClient(backend, url);
  pass(2 * day);
  await customer.ask(getEntry);
  await customer.ask(requestNewLink);
}
