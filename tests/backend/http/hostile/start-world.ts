/** A world in which every write endpoint has something to do, and which says of every byte whether it changed. */
import { addAttachment, addInteraction, sendAgentMessage, startSession } from '#contract/endpoints/agent.ts';
import { getAgentSession } from '#contract/endpoints/agent-session.ts';
import { addApiKey, addWebhook, listWebhookDeliveries, pingWebhook } from '#contract/endpoints/api-access.ts';
import { createTusCustomer, pdfBytes } from '#tests/backend/uploads/tus-customer.ts';
import { addPerson, saveTeam, setPassword } from '#contract/endpoints/people.ts';
import { handOver } from '#contract/endpoints/hand-over.ts';
import { startCheckout } from '#contract/endpoints/payment.ts';
import { getWorkflow } from '#contract/endpoints/workflow.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { agentCredential, createTestBackend, testOrigin } from '#tests/support/create-test-backend.ts';
import {
  buildDocumentRequest,
  buildEsign,
  buildFileQuestion,
  buildPayment,
  buildPdf,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';
import { buildSessionInput, type Caller, createCaller, startTestSession } from '#tests/support/start-session.ts';
import { readWholeStore, watchWrites } from '#tests/support/watch-writes.ts';

const day = 24 * 60 * 60 * 1_000;
/** Used for something else in every session of this world. */
export const usedKey = 'key-that-was-used-before';
/** Of a file that an agent brought for a message. */
export const attachmentKey = 'key-of-an-attachment';
/** Of an upload that begins with these bytes and waits for the rest. */
export const uploadKey = 'key-of-an-unfinished-upload';
export const upload = { length: 10, received: 4, name: 'half.pdf' } as const;

export type World = Awaited<ReturnType<typeof startWorld>>;

export async function startWorld() {
  const { deps, writes } = watchWrites();
  const test = createTestBackend(deps);
  const asAgent = createCaller(test.backend, agentCredential);
  const late = await startTestSession({ settings: { accessDuration: 1 } }, test);
  test.pass(2 * day);
  const document = await test.agent.addDocument(await buildPdf());
  const interactions = [
    buildEsign(document),
    buildDocumentRequest(),
    buildWorkflow(),
    buildPayment(),
    buildDocumentRequest('Handed in'),
    buildFileQuestion(),
  ];
  const ownSettings = { settings: { reassign: true } };
  const given = buildEsign(document, 'Handed over');
  const own = await startTestSession({ interactions: [...interactions, given], ...ownSettings }, test);
  const other = await startTestSession({ interactions }, test);
  const asked = await startTestSession({ settings: { consent: { on: true, text: 'May we?' } } }, test);
  const revoked = await startTestSession({}, test);
  const planned = startSession.output.parse(
    await (await asAgent(startSession, { input: buildSessionInput({ when: 'planned' }) })).json(),
  );
  const ended = await startTestSession({ settings: { endAccess: { level: 'none' } } }, test);
  await test.agent.endSession(ended.sessionId);
  await changeRecord(deps, revoked.sessionId, ({ links }) => ({
    links: links.map((link) => ({ ...link, revokedAt: 1 })),
  }));

  const office = await openOffice(asAgent);
  const guest = await inviteGuest(own);
  const paths = [await startPapers(own), await startPapers(other)] as const;
  for (const { sessionId } of [own, other, asked, late]) {
    await asAgent(sendAgentMessage, { params: { sessionId }, input: { text: 'Hello' }, key: usedKey });
  }
  const params = { sessionId: planned.sessionId };
  await asAgent(addInteraction, { params, input: buildPayment(), key: usedKey });
  await asAgent(addAttachment, {
    params: { sessionId: own.sessionId },
    query: '?name=other.pdf',
    body: pdfBytes(20),
    key: attachmentKey,
  });
  await asAgent(startSession, { input: buildSessionInput(), key: usedKey });

  const sessions = [own, other, asked, late, revoked, ended, planned].map(({ sessionId }) => sessionId);
  const readAll = () => Promise.all(sessions.map((session) => readWholeStore(deps, session)));
  const logged = test.logLines.length;
  writes.length = 0;
  return {
    ...test,
    asAgent,
    document,
    own: { ...own, ...paths[0], ...guest },
    other: { ...other, ...paths[1] },
    asked,
    late,
    revoked,
    ended,
    planned,
    office,
    writes,
    readAll,
    before: await readAll(),
    /** Of the requests made since. */
    readLog: () => test.logLines.slice(logged),
  };
}

export const officePassword = 'not the email of anybody';

/** People of the business: an administrator who has a password, and one who has not used their link. */
async function openOffice(asAgent: Caller) {
  for (const teamId of ['team-1', 'team-2']) {
    await asAgent(saveTeam, { params: { teamId }, input: { name: `Office ${teamId}`, seen: null } });
  }
  const add = async (email: string, role: string) => {
    const input = { name: 'Berta Beispiel', email, role, team: 'team-1', otherTeams: ['team-2'] };
    const { person, passwordLink } = addPerson.output.parse(await (await asAgent(addPerson, { input })).json());
    return { input, id: person.id, linkToken: new URL(passwordLink.url).hash.slice(1) };
  };
  const key = { name: 'Ledger', team: 'team-1', scopes: ['read-sessions'] };
  const added = addApiKey.output.parse(await (await asAgent(addApiKey, { input: key, key: usedKey })).json());
  const [chief, newcomer] = [await add('chief@office.test', 'administrator'), await add('new@office.test', 'agent')];
  await asAgent(setPassword, { input: { token: chief.linkToken, password: officePassword } });
  const told = { url: 'https://ledger.example/hooks', events: ['session-ended'] };
  const { webhook } = addWebhook.output.parse(await (await asAgent(addWebhook, { input: told, key: usedKey })).json());
  const params = { webhookId: webhook.id };
  await asAgent(pingWebhook, { params });
  const log = listWebhookDeliveries.output.parse(await (await asAgent(listWebhookDeliveries, { params })).json());
  return { chief, newcomer, key: added.key, webhook, delivery: log.deliveries[0]?.id ?? '' };
}

type Session = Awaited<ReturnType<typeof startTestSession>>;

/** Somebody else in the session, to whom its customer handed the last document over. */
async function inviteGuest({ customer, asAgent, sessionId, interactions }: Session) {
  const interactionId = interactions.at(-1) ?? '';
  const contact = { channel: 'email', email: 'guest@example.com' };
  const input = { revision: 1, name: 'Gita Guest', contact, note: '' };
  await customer(handOver, { params: { interactionId }, input });
  const seen = await asAgent(getAgentSession, { params: { sessionId } });
  const { participants } = getAgentSession.output.parse(await seen.json());
  return { guestId: participants[1]?.id ?? '', givenId: interactionId };
}

/** Papers in every state: a file, half an upload, one for a message, one request handed in; and a payment under way. */
async function startPapers(session: Session) {
  const [, papers = '', , payment = '', handedIn = '', fileQuestion = ''] = session.interactions;
  const desk = createTusCustomer(session, session.token, papers);
  await desk.upload(pdfBytes(20), { item: 'payslip' });
  const location = await desk.begin({ item: 'payslip', length: upload.length, name: upload.name, key: uploadKey });
  await desk.patch(location, 0, pdfBytes(upload.received));
  const attached = await desk.begin({ forMessage: true, length: 20 });
  await desk.patch(attached, 0, pdfBytes(20));
  const fileOf = async (customer: typeof desk) => (await customer.content()).items[0]?.files[0]?.id ?? '';
  const later = createTusCustomer(session, session.token, handedIn);
  await later.upload(pdfBytes(20), { item: 'payslip' });
  await later.submit(1, { payslip: [await fileOf(later)] });
  await desk.upload(pdfBytes(20), { interactionId: fileQuestion, item: 'licence' });
  const params = { interactionId: fileQuestion };
  const content = getWorkflow.output.parse(await (await session.customer(getWorkflow, { params })).json());
  const returnUrl = `${testOrigin}/s/${session.token}/pay/${payment}`;
  const checkout = await session.customer(startCheckout, {
    params: { interactionId: payment },
    input: { revision: 1, returnUrl },
  });
  return {
    uploadId: location.split('/').at(-1) ?? '',
    attachmentId: attached.split('/').at(-1) ?? '',
    fileId: await fileOf(desk),
    handedInFileId: await fileOf(later),
    answerFileId: content.added[0]?.files[0]?.id ?? '',
    returnUrl,
    checkoutId: new URL(startCheckout.output.parse(await checkout.json()).url).pathname.split('/').at(-1) ?? '',
  };
}
