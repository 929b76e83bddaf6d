/** The main path, a step each. A step that was done before is harmless to do again; it is over when the host has answered. */
import { startSession } from '#contract/endpoints/agent.ts';
import { getDocumentRequest, submitDocuments } from '#contract/endpoints/document-request.ts';
import { giveConsent } from '#contract/endpoints/entry.ts';
import { getEsign, saveEsignDraft, sign } from '#contract/endpoints/esign.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { getWorkflow, saveWorkflowDraft, submitAnswers } from '#contract/endpoints/workflow.ts';
import { askEntry } from '#tests/support/kill/ask-entry.ts';
import type { Customer, Stored } from '#tests/support/kill/customer.ts';
import { sendPaper } from '#tests/support/kill/send-paper.ts';
import { sha256Of } from '#tests/support/kill/sha256-of.ts';
import { operatorToken } from '#tests/support/start-node-host.ts';

type Step = (customer: Customer) => Promise<void>;

const find = ({ record }: Stored, kind: 'esign' | 'document-request' | 'workflow') =>
  record.interactions.find((interaction) => interaction.kind === kind);
const countFacts = ({ log }: Stored, kind: string): number => log.filter(({ fact }) => fact.kind === kind).length;

const start: Step = async (customer) => {
  const answer = await customer.call(
    startSession,
    { key: customer.key('start'), input: customer.input },
    operatorToken,
  );
  const { sessionId, url, interactions } = startSession.output.parse(answer.json());
  const [esign = '', papers = '', questions = ''] = interactions;
  Object.assign(customer, { sessionId, url, interactions: { esign, papers, questions } });
  customer.claim('the session was started once, and one invitation sent', (stored) => {
    const invitations = stored.outbox.filter(({ kind }) => kind === 'invitation').length;
    return invitations === 1 && countFacts(stored, 'session-started') === 1 && stored.record.interactions.length === 3;
  });
};

const enter: Step = async (customer) => {
  const entry = await askEntry(customer);
  if (entry.kind !== 'consent') return;
  const input = { decision: 'agree', revision: entry.consent.revision };
  await customer.call(giveConsent, { key: customer.key('consent'), input });
  customer.claim(
    'consent was given once',
    (stored) => stored.record.consents.length === 1 && countFacts(stored, 'consent-given') === 1,
  );
};

const residence = ({ key }: Customer) => `Leeds ${key('home')}`;

const draftAgreement: Step = async (customer) => {
  const values = { residence: { kind: 'text', text: residence(customer) } };
  const input = { writer: customer.key('tab'), revision: 0, takeOver: false, content: { values } };
  await customer.call(saveEsignDraft, { params: { interactionId: customer.interactions.esign }, input });
  customer.claim('what was entered into the agreement is kept until it is signed', (stored) => {
    const esign = find(stored, 'esign');
    return esign?.status === 'completed' || JSON.stringify(esign).includes(residence(customer));
  });
};

const signAgreement: Step = async (customer) => {
  const params = { interactionId: customer.interactions.esign };
  const content = getEsign.output.parse((await customer.call(getEsign, { params })).json());
  const input = {
    revision: content.revision,
    documentSha256: content.document.sha256,
    values: { signature: { kind: 'applied' }, residence: { kind: 'text', text: residence(customer) } },
    signature: { kind: 'typed', text: customer.input.customer.name },
    initials: null,
    signingReason: null,
    reviewed: true,
  };
  await customer.call(sign, { params, key: customer.key('sign'), input });
  customer.claim('the agreement is signed', (stored) => find(stored, 'esign')?.status === 'completed');
};

const handInPaper: Step = async (customer) => {
  const params = { interactionId: customer.interactions.papers };
  const content = getDocumentRequest.output.parse((await customer.call(getDocumentRequest, { params })).json());
  const items = Object.fromEntries(content.items.map(({ id, files }) => [id, files.map((file) => file.id)]));
  const input = { revision: content.revision, items };
  await customer.call(submitDocuments, { params, key: customer.key('submit'), input });
  const sha256 = sha256Of(customer.paper);
  customer.claim('the paper is handed in, byte for byte', (stored) => {
    const papers = find(stored, 'document-request');
    return papers?.status === 'under-review' && papers.files.length === 1 && papers.files[0]?.sha256 === sha256;
  });
};

const answersOf = ({ key }: Customer) => ({ employer: `Harbour ${key('work')}` });

const draftAnswers: Step = async (customer) => {
  const content = { answers: answersOf(customer), step: 'work' };
  const input = { writer: customer.key('tab'), revision: 0, takeOver: false, content };
  await customer.call(saveWorkflowDraft, { params: { interactionId: customer.interactions.questions }, input });
  customer.claim('the answer is kept', (stored) =>
    JSON.stringify(find(stored, 'workflow')).includes(answersOf(customer).employer),
  );
};

const handInAnswers: Step = async (customer) => {
  const params = { interactionId: customer.interactions.questions };
  const { revision } = getWorkflow.output.parse((await customer.call(getWorkflow, { params })).json());
  const input = { revision, answers: answersOf(customer) };
  await customer.call(submitAnswers, { params, key: customer.key('answers'), input });
  customer.claim('the answers are handed in', (stored) => find(stored, 'workflow')?.status === 'completed');
};

const write =
  (number: number): Step =>
  async (customer) => {
    const key = customer.key(`message-${number}`);
    await customer.call(sendMessage, { key, input: { text: `Is this all? (${number})` } });
    customer.claim(`message ${number} is there once`, ({ log }) => {
      return log.filter(({ fact }) => fact.kind === 'message-sent' && fact.key === key).length === 1;
    });
  };

export const mainPathSteps: readonly Step[] = [
  start,
  enter,
  draftAgreement,
  signAgreement,
  write(1),
  sendPaper,
  handInPaper,
  draftAnswers,
  handInAnswers,
  write(2),
];
