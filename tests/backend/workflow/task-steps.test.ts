import { describe, expect, it } from 'vitest';

import { acceptInteraction, addInteraction, readSessionResults, returnInteraction } from '#contract/endpoints/agent.ts';
import { decline, getEsign, saveEsignDraft } from '#contract/endpoints/esign.ts';
import { getDocumentRequest, submitDocuments } from '#contract/endpoints/document-request.ts';
import { handOver } from '#contract/endpoints/hand-over.ts';
import { getFile } from '#contract/endpoints/interaction.ts';
import type { FileId } from '#contract/ids.ts';
import type { NewWorkflow } from '#contract/new-workflow.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { signAs, submitPapers, uploadTo } from '#backend/scenarios/customer-steps.ts';
import { part } from '#backend/scenarios/sample-interactions.ts';
import { isLogIntact } from '#backend/session/session-log.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';
import { readCode, readProblem } from '#tests/support/start-session.ts';
import { startTasks } from '#tests/support/start-tasks.ts';
import { everyTask, papersStep, signStep } from '#tests/support/task-steps.ts';
import { endedAs, formOf, pageOf, textField } from '#tests/support/workflow-samples.ts';

async function startSteps(define: (document: FileId) => NewWorkflow, settings = {}) {
  const test = createTestBackend();
  const document = await test.agent.addDocument(await buildPdf());
  const session = await startTasks(define(document), { test, settings });
  const client = createCustomerClient(session.backend, session.url);
  const idOf = async (step: string) => (await session.task(step)).id;
  return {
    ...session,
    document,
    client,
    idOf,
    sign: async (step: string) => signAs(client, await idOf(step), 'Cleo Customer'),
    declines: async (step: string) => {
      const { id, revision } = await session.task(step);
      return session.customer(decline, { params: { interactionId: id }, input: { revision, reason: 'Too dear' } });
    },
    add: async (step: string) =>
      uploadTo(
        client,
        { interactionId: await idOf(step), itemId: part('payslip'), filename: 'p.pdf' },
        await buildPdf(),
      ),
    send: async (step: string) => submitPapers(client, await idOf(step)),
  };
}

const contract = (document: FileId): NewWorkflow => ({
  steps: [
    formOf('start', [textField('name')], { next: 'contract' }),
    signStep('contract', document, {
      branches: [{ when: endedAs('contract', 'declined'), to: part('sorry') }],
      next: 'thanks',
    }),
    pageOf('sorry'),
    pageOf('thanks'),
  ],
});

const proof: NewWorkflow = { steps: [papersStep('proof', { next: 'end' }), formOf('end', [textField('more')])] };

describe('A document to sign inside the questions', () => {
  it('is signed when it is its turn, and not before', async () => {
    const { sign, save, submit, workflow, customer, document } = await startSteps(contract);
    await expect(sign('contract')).rejects.toThrow('not-actionable');
    await save({ name: 'Maya' });
    expect(await readCode(submit({ name: 'Maya' }))).toBe('invalid-input');
    expect(await readCode(customer(getFile, { params: { fileId: document } }))).toBe('ok');
    await sign('contract');
    expect(await readCode(submit({ name: 'Maya' }))).toBe('ok');
    expect((await workflow()).files).toMatchObject([{ name: 'Sign contract.pdf', type: 'application/pdf' }]);
  });

  it('settles what was answered before it', async () => {
    const { sign, save, submit, load, stored } = await startSteps(contract);
    await save({ name: 'Maya' });
    await sign('contract');
    expect((await load()).settled).toEqual({ steps: ['start', 'contract'], answers: { name: 'Maya' } });
    await submit({ name: 'Somebody else' });
    expect((await stored()).interactions[0]).toMatchObject({ answers: { name: 'Maya' } });
  });

  it('that the customer will not sign leads where a branch says, and settles nothing', async () => {
    const { declines, save, submit, load, task } = await startSteps(contract);
    expect(await readCode(declines('contract'))).toBe('not-actionable');
    await save({ name: 'Maya' });
    expect(await readCode(declines('contract'))).toBe('ok');
    expect(await task('contract')).toMatchObject({ status: 'declined', reason: 'Too dear' });
    expect((await load()).settled).toBeUndefined();
    expect(await readCode(submit({ name: 'Maya' }))).toBe('ok');
  });

  it('cannot be signed once the questions were withdrawn, and keeps no draft then', async () => {
    const { sign, save, agent, sessionId, id, customer, idOf } = await startSteps(contract);
    await save({ name: 'Maya' });
    await agent.withdraw(sessionId, id, 'No longer needed');
    await expect(sign('contract')).rejects.toThrow('not-actionable');
    const input = { writer: 'tab-of-maya', revision: 0, takeOver: false, content: { values: {}, reviewed: false } };
    const params = { interactionId: await idOf('contract') };
    expect(await readCode(customer(saveEsignDraft, { params, input }))).not.toBe('ok');
  });

  it('goes to nobody else by itself', async () => {
    const { customer, task } = await startSteps(contract, { reassign: true });
    const { id, revision } = await task('contract');
    const input = { revision, name: 'Anna', contact: { channel: 'email', email: 'anna@example.com' }, note: '' };
    expect(await readCode(customer(handOver, { params: { interactionId: id }, input }))).toBe('not-found');
  });

  it('is not there for the customer of another session', async () => {
    const { idOf } = await startSteps(contract);
    const other = await startTasks(proof);
    expect(await readCode(other.customer(getEsign, { params: { interactionId: await idOf('contract') } }))).toBe(
      'not-found',
    );
  });
});

describe('Papers inside the questions', () => {
  it('are handed over by themselves, and keep the answers from being sent until then', async () => {
    const { add, send, submit, task, workflow } = await startSteps(() => proof);
    await add('proof');
    expect(await readCode(submit({ more: 'x' }))).toBe('invalid-input');
    await send('proof');
    expect(await task('proof')).toMatchObject({ status: 'under-review' });
    expect(await readCode(submit({ more: 'x' }))).toBe('ok');
    expect(await workflow()).toMatchObject({ status: 'completed', files: [{ name: 'p.pdf' }] });
  });

  it('are handed over when it is their turn', async () => {
    const { add, customer, task } = await startSteps(() => ({
      steps: [formOf('start', [textField('name')], { next: 'proof' }), papersStep('proof')],
    }));
    await add('proof');
    const { id, revision } = await task('proof');
    const { items } = getDocumentRequest.output.parse(
      await (await customer(getDocumentRequest, { params: { interactionId: id } })).json(),
    );
    const input = { revision, items: { payslip: items[0]?.files.map((file) => file.id) } };
    expect(await readCode(customer(submitDocuments, { params: { interactionId: id }, input }))).toBe('not-actionable');
  });

  it('are accepted, or sent back while the questions are still open: the way leads back to them', async () => {
    const { add, send, submit, asAgent, sessionId, idOf, task, workflow } = await startSteps(() => proof);
    await add('proof');
    await send('proof');
    const params = { sessionId, interactionId: await idOf('proof') };
    const input = { reason: 'Too dark', items: {} };
    expect(await readCode(asAgent(returnInteraction, { params, input }))).toBe('ok');
    expect(await task('proof')).toMatchObject({ status: 'returned', reason: 'Too dark' });
    expect(await workflow()).toMatchObject({ status: 'in-progress' });
    expect(await readProblem(await submit({ more: 'x' }))).toMatchObject({ fields: [{ path: 'steps.proof' }] });
    await send('proof');
    expect(await readCode(asAgent(acceptInteraction, { params }))).toBe('ok');
    expect(await readCode(submit({ more: 'x' }))).toBe('ok');
  });

  it('bring the questions back when they are sent back afterwards', async () => {
    const { add, send, submit, asAgent, sessionId, idOf, workflow, load } = await startSteps(() => proof);
    await add('proof');
    await send('proof');
    await submit({ more: 'x' });
    const params = { sessionId, interactionId: await idOf('proof') };
    await asAgent(returnInteraction, { params, input: { reason: 'Too dark', items: {} } });
    expect(await workflow()).toMatchObject({ status: 'returned', reason: 'Too dark', closedAt: null });
    expect((await load()).draft?.content.answers).toEqual({ more: 'x' });
    await send('proof');
    expect(await readCode(submit({ more: 'y' }))).toBe('ok');
    expect(await workflow()).toMatchObject({ status: 'completed' });
  });
});

describe('Questions with everything in them', () => {
  it('come to one thing that is done, with all of it under its steps and in an unbroken log', async () => {
    const { save, pay, sign, add, send, submit, asAgent, sessionId, stored, deps, facts } = await startSteps(everyTask);
    await save({ name: 'Maya' });
    await pay('fee');
    await sign('contract');
    await add('proof');
    await send('proof');
    expect(await readCode(submit({ more: 'Thanks' }))).toBe('ok');
    const answer = await asAgent(readSessionResults, { params: { sessionId } });
    const { interactions } = readSessionResults.output.parse(await answer.json());
    expect(interactions).toMatchObject([
      {
        status: 'completed',
        answers: { name: 'Maya', more: 'Thanks' },
        parts: [
          { step: 'fee', outcome: 'paid', result: { kind: 'payment', status: 'completed' } },
          { step: 'contract', outcome: 'signed', result: { kind: 'esign', files: [{ name: 'Sign contract.pdf' }] } },
          { step: 'proof', outcome: 'sent', result: { kind: 'document-request', items: [{ files: [{}] }] } },
        ],
      },
    ]);
    const hashed = (await facts()).flatMap((fact) => (fact.kind === 'interaction-completed' ? fact.hashes : []));
    expect(hashed).toHaveLength(4);
    expect(await isLogIntact(await deps.store.readLog(sessionId, 0, 1_000), (await stored()).head)).toBe(true);
  });

  it('are refused where a document or a paper is not right, by the step', async () => {
    const { asAgent, sessionId, document } = await startSteps(contract);
    const add = async (definition: NewWorkflow) => {
      const input = { kind: 'workflow', title: 'Wrong', definition };
      return readProblem(await asAgent(addInteraction, { params: { sessionId }, input }));
    };
    const step = signStep('contract', document);
    if (step.kind !== 'esign') throw new Error('Failed to build a document to sign.');
    const outside = { ...step, fields: step.fields.map((field) => ({ ...field, page: 7 })) };
    expect(await add({ steps: [pageOf('a', { next: 'contract' }), outside] })).toMatchObject({
      fields: [{ path: 'definition.steps.1.fields.0.page', message: 'outside-document' }],
    });
    const unknown = { ...step, document: part('gone') };
    expect(
      await readCode(
        asAgent(addInteraction, {
          params: { sessionId },
          input: { kind: 'workflow', title: 'Wrong', definition: { steps: [unknown] } },
        }),
      ),
    ).toBe('not-found');
  });
});
