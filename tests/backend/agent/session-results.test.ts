import { describe, expect, it } from 'vitest';

import { getAgentFile, readSessionResults } from '#contract/endpoints/agent.ts';
import { getDocumentRequest } from '#contract/endpoints/document-request.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { answer, pay, signAs, submitPapers, uploadTo } from '#backend/scenarios/customer-steps.ts';
import { part } from '#backend/scenarios/sample-interactions.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import {
  buildDocumentRequest,
  buildEsign,
  buildPayment,
  buildPdf,
  buildWorkflow,
} from '#tests/support/sample-interactions.ts';
import { buildSessionInput, createCaller, readCode } from '#tests/support/start-session.ts';
import { credentialOf } from '#tests/support/test-people.ts';

async function startOfEverything() {
  const test = createTestBackend();
  const document = await test.agent.addDocument(await buildPdf());
  const { url, sessionId, interactions } = await test.agent.startSession(
    buildSessionInput({
      interactions: [buildEsign(document), buildDocumentRequest(), buildWorkflow(), buildPayment()],
    }),
  );
  const [esign, papers, questions, fee] = interactions;
  if (!esign || !papers || !questions || !fee) throw new Error('Failed to start: something is missing.');
  const asReader = createCaller(test.backend, credentialOf('a system that reads'));
  return {
    ...test,
    document,
    sessionId,
    esign,
    papers,
    questions,
    fee,
    customer: createCustomerClient(test.backend, url),
    asReader,
    read: async () => {
      const response = await asReader(readSessionResults, { params: { sessionId } });
      return readSessionResults.output.parse(await response.json());
    },
    fetchFile: (fileId: string) => asReader(getAgentFile, { params: { sessionId, fileId } }),
  };
}

describe('What came of a session', () => {
  it('is, at first, nothing, and nothing is told of what the customer is still working on', async () => {
    const { read, fetchFile, customer, papers } = await startOfEverything();
    await uploadTo(customer, { interactionId: papers, itemId: part('payslip'), filename: 'p.pdf' }, await buildPdf());
    const { state, interactions } = await read();
    expect(state).toBe('open');
    expect(interactions.map(({ kind, files }) => [kind, files])).toEqual([
      ['esign', []],
      ['document-request', []],
      ['workflow', []],
      ['payment', []],
    ]);
    expect(interactions).toMatchObject([{}, { items: [{ files: [] }] }, { answers: null }, {}]);
    const uploaded = await customer.ask(getDocumentRequest, { interactionId: papers });
    expect(await readCode(fetchFile(uploaded.items[0]?.files[0]?.id ?? ''))).toBe('not-found');
  });

  it('is the signed document, the papers by item, the answers, the payment', async () => {
    const { read, fetchFile, customer, esign, papers, questions, fee, agent, sessionId } = await startOfEverything();
    await signAs(customer, esign, 'Cleo Customer');
    await uploadTo(customer, { interactionId: papers, itemId: part('payslip'), filename: 'p.pdf' }, await buildPdf());
    await submitPapers(customer, papers);
    await answer(customer, questions, { employer: 'Northwind' });
    await pay(customer, fee);
    await agent.endSession(sessionId);

    const results = await read();
    expect(results).toMatchObject({
      state: 'ended',
      interactions: [
        { status: 'completed', files: [{ type: 'application/pdf' }] },
        { status: 'under-review', items: [{ id: 'payslip', files: [{ name: 'p.pdf' }] }] },
        { status: 'completed', answers: { employer: 'Northwind' } },
        { status: 'completed' },
      ],
    });
    for (const { id, sha256 } of results.interactions.flatMap(({ files }) => files)) {
      const bytes = new Uint8Array(await (await fetchFile(id)).arrayBuffer());
      expect(await sha256Hex(bytes)).toBe(sha256);
    }
  });

  it('has the document that was brought to be signed, for whoever looks', async () => {
    const { fetchFile, document } = await startOfEverything();
    const response = await fetchFile(document);
    expect(response.headers.get('content-disposition')).toContain('Loan agreement.pdf');
  });

  it.each(['nobodys', 'a b', ''])('is not found of the session “%s”', async (sessionId) => {
    const { asReader } = await startOfEverything();
    expect(await readCode(asReader(readSessionResults, { params: { sessionId } }))).toBe('not-found');
  });
});
