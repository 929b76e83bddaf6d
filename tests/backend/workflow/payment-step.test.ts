import { describe, expect, it } from 'vitest';

import { readSessionResults, returnInteraction, withdrawInteraction } from '#contract/endpoints/agent.ts';
import { renameInteraction } from '#contract/endpoints/engagement.ts';
import { assignInteraction, inviteParticipant } from '#contract/endpoints/participation.ts';
import { startCheckout } from '#contract/endpoints/payment.ts';
import { removeAnswerFile } from '#contract/endpoints/workflow.ts';
import { listSessions } from '#contract/endpoints/people.ts';
import { checkoutSchema } from '#contract/payment.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { isLogIntact } from '#backend/session/session-log.ts';
import { followWebhooks } from '#tests/backend/systems/follow-webhooks.ts';
import { testOrigin } from '#tests/support/create-test-backend.ts';
import { createCaller, readCode, readProblem } from '#tests/support/start-session.ts';
import { anna } from '#tests/support/several-people.ts';
import { startTasks } from '#tests/support/start-tasks.ts';
import { codeOf, createTusCustomer, pdfBytes } from '#tests/backend/uploads/tus-customer.ts';
import { endedAs, feeDefinition, fileField, formOf, pageOf, payStep } from '#tests/support/workflow-samples.ts';

const first = { 'has-car': true, name: 'Maya' };
const all = { ...first, more: 'Nothing more' };

const startFee = async () => startTasks(feeDefinition);

/** As far as the fee. */
async function startAtFee() {
  const session = await startFee();
  await session.save(first, 'fee');
  return session;
}

describe('A payment inside the questions', () => {
  it('is no task of its own to the customer, the list of sessions, or the business', async () => {
    const { read, asAgent, id, sessionId, facts } = await startFee();
    const { interactions, parts } = await read();
    expect(interactions.map(({ kind }) => kind)).toEqual(['workflow']);
    expect(parts).toMatchObject([{ workflow: id, step: 'fee', task: { kind: 'payment', title: 'Pay fee' } }]);
    const { sessions } = listSessions.output.parse(await (await asAgent(listSessions)).json());
    expect(sessions.find((one) => one.id === sessionId)?.interactions).toEqual({ total: 1, completed: 0 });
    expect((await facts()).filter(({ kind }) => kind === 'interaction-added')).toHaveLength(1);
  });

  it('is started, added and planned like any other, and named by nobody', async () => {
    const planned = await startFee();
    expect(planned.interactions).toEqual([planned.id]);
    const added = await planned.agent.addInteraction(planned.sessionId, {
      kind: 'workflow',
      title: 'Another',
      definition: feeDefinition,
    });
    expect((await planned.read()).interactions.map(({ id }) => id)).toEqual([planned.id, added]);
    expect((await planned.parts()).map(({ workflow }) => workflow)).toEqual([planned.id, added]);
  });

  it('cannot be paid before what is asked before it is answered and saved', async () => {
    const { checkout, save } = await startFee();
    expect(await readCode(checkout('fee'))).toBe('not-actionable');
    await save({ name: 'Maya' });
    expect(await readCode(checkout('fee'))).toBe('not-actionable');
    await save(first);
    expect(await readCode(checkout('fee'))).toBe('ok');
  });

  it('keeps the answers from being handed in until it is paid', async () => {
    const { submit, pay, workflow } = await startAtFee();
    expect(await readProblem(await submit(all))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'steps.fee', message: 'not-done' }],
    });
    expect((await pay('fee')).outcome).toBe('paid');
    expect(await readCode(submit(all))).toBe('ok');
    expect(await workflow()).toMatchObject({ status: 'completed' });
  });

  it('leads back into the same session, with the amount that the business asked for', async () => {
    const { checkout, backend, decide, token, task } = await startAtFee();
    const { url } = checkoutSchema.parse(await (await checkout('fee')).json());
    expect(await (await backend(new Request(url))).text()).toContain('€49.00');
    const back = (await decide(url, 'paid')).headers.get('location');
    expect(back).toBe(`${testOrigin}/s/${token}/paid/${(await task('fee')).id}`);
  });

  it('is paid once, from however many tabs', async () => {
    const { checkout, decide, settle, facts } = await startAtFee();
    const [one, other] = await Promise.all([checkout('fee'), checkout('fee')]);
    const urls = [checkoutSchema.parse(await one.json()).url, checkoutSchema.parse(await other.json()).url];
    expect(urls[0]).toBe(urls[1]);
    await decide(urls[0] ?? '', 'paid');
    // Note: paid, but nobody came back yet.
    expect(await readCode(checkout('fee'))).toBe('not-actionable');
    const outcomes = await Promise.all([settle('fee'), settle('fee')]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['paid', 'paid']);
    expect(await readCode(checkout('fee'))).toBe('not-actionable');
    expect((await facts()).filter(({ kind }) => kind === 'payment-attempted')).toHaveLength(1);
  });

  it.each(['declined', 'cancelled', 'failed'] as const)('that was %s is made again', async (outcome) => {
    const { pay, task, submit } = await startAtFee();
    await pay('fee', outcome);
    expect(await task('fee')).toMatchObject({ lastAttempt: outcome, status: 'new' });
    expect(await readCode(submit(all))).toBe('invalid-input');
    expect((await pay('fee')).outcome).toBe('paid');
    expect(await readCode(submit(all))).toBe('ok');
  });

  it('that was declined leads on where a branch asks for it, and is over with the questions', async () => {
    const { pay, submit, task, agent, sessionId, id } = await startTasks({
      steps: [
        payStep('fee', { branches: [{ when: endedAs('fee', 'declined'), to: 'invoice' }], next: 'thanks' }),
        pageOf('invoice'),
        pageOf('thanks'),
      ],
    });
    await pay('fee', 'cancelled');
    expect(await readCode(submit({}))).toBe('invalid-input');
    await pay('fee', 'declined');
    expect(await readCode(submit({}))).toBe('ok');
    expect(await task('fee')).toMatchObject({ status: 'cancelled', lastAttempt: 'declined' });
    await agent.returnForCorrection(sessionId, id, 'Please pay after all.');
    expect((await pay('fee')).outcome).toBe('paid');
  });

  it('that is on a way not taken is over when the questions are handed in, and can be made when they come back', async () => {
    const { submit, task, checkout, agent, sessionId, id } = await startTasks({
      steps: [pageOf('a', { branches: [{ when: endedAs('fee', 'paid'), to: 'fee' }] }), payStep('fee')],
    });
    expect(await readCode(submit({}))).toBe('ok');
    expect(await task('fee')).toMatchObject({ status: 'cancelled', reason: null });
    expect(await readCode(checkout('fee'))).toBe('not-actionable');
    await agent.returnForCorrection(sessionId, id, 'Once more, please.');
    expect(await task('fee')).toMatchObject({ status: 'new', closedAt: null });
  });
});

describe('What was answered before a payment', () => {
  it('stays as it was when it was paid, on the page and in what is handed in', async () => {
    const { pay, load, save, submit, stored, workflow } = await startAtFee();
    await pay('fee');
    expect(await workflow()).toMatchObject({ status: 'in-progress', revision: 2 });
    expect((await load()).settled).toEqual({ steps: ['start', 'fee'], answers: first });
    await save({ ...all, name: 'Somebody else', 'has-car': false });
    await submit({ more: 'Later', name: 'Somebody else' });
    expect((await stored()).interactions[0]).toMatchObject({ answers: { ...first, more: 'Later' } });
  });

  it('can be changed as long as it is not paid, also while the provider is asked', async () => {
    const { checkout, decide, settle, save, load } = await startAtFee();
    const { url } = checkoutSchema.parse(await (await checkout('fee')).json());
    await save({ ...first, name: 'Maya Alder' });
    await decide(url, 'paid');
    await settle('fee');
    expect((await load()).settled?.answers).toEqual({ ...first, name: 'Maya Alder' });
  });

  it('is not settled by a payment that the answers no longer lead to; the money is written down all the same', async () => {
    const { checkout, decide, settle, save, load, facts } = await startAtFee();
    const { url } = checkoutSchema.parse(await (await checkout('fee')).json());
    await save({ name: '' });
    await decide(url, 'paid');
    expect((await settle('fee')).outcome).toBe('paid');
    expect((await load()).settled).toBeUndefined();
    expect((await facts()).at(-1)).toMatchObject({ kind: 'payment-attempted', outcome: 'paid' });
  });

  it('keeps its files: none is taken off, added, or comes after all', async () => {
    const session = await startTasks({
      steps: [formOf('start', [fileField('licence', { maxFiles: 3 })], { next: 'fee' }), payStep('fee')],
    });
    const { id, token, pay, load, submit, customer } = session;
    const tus = createTusCustomer(session, token, id);
    expect((await tus.create({ item: 'licence', name: 'late.pdf', length: 40 })).ok).toBe(true);
    await tus.upload(pdfBytes(50), { item: 'licence', name: 'licence.pdf' });
    await pay('fee');
    const { settled } = await load();
    const [licence] = (await load()).added[0]?.files ?? [];
    expect(settled?.answers).toEqual({ licence: [licence?.id] });
    const params = { interactionId: id, fileId: licence?.id ?? '' };
    expect(await readCode(customer(removeAnswerFile, { params }))).toBe('not-actionable');
    expect(await codeOf(await tus.create({ item: 'licence', name: 'more.pdf', length: 60 }))).toBe('not-actionable');
    expect((await load()).added[0]?.unfinished).toEqual([]);
    expect(await readCode(submit({}))).toBe('ok');
    expect((await session.stored()).interactions[0]?.files).toMatchObject([{ name: 'licence.pdf' }]);
  });

  it('refuses answers that were sent before another tab paid', async () => {
    const { pay, submit } = await startAtFee();
    await pay('fee');
    expect(await readCode(submit(all, { revision: 1 }))).toBe('interaction-changed');
  });

  it('cannot be paid for any more once something final came after it', async () => {
    const { pay, checkout } = await startTasks({
      steps: [payStep('fee', { branches: [{ when: endedAs('fee', 'declined'), to: 'less' }] }), payStep('less')],
    });
    await pay('fee', 'declined');
    expect(await readCode(checkout('fee'))).toBe('ok');
    await pay('fee', 'declined');
    await pay('less');
    expect(await readCode(checkout('fee'))).toBe('not-actionable');
  });
});

describe('Questions with a payment in them', () => {
  it('take it with them when they are withdrawn; what was paid meanwhile is written down', async () => {
    const { checkout, decide, settle, agent, sessionId, id, task, workflow } = await startAtFee();
    const { url } = checkoutSchema.parse(await (await checkout('fee')).json());
    await agent.withdraw(sessionId, id, 'No longer needed');
    expect(await task('fee')).toMatchObject({ status: 'cancelled', reason: 'No longer needed' });
    expect(await readCode(checkout('fee'))).toBe('not-actionable');
    await decide(url, 'paid');
    expect((await settle('fee')).outcome).toBe('paid');
    expect(await task('fee')).toMatchObject({ status: 'completed' });
    expect(await workflow()).toMatchObject({ status: 'cancelled' });
  });

  it('take it with them when they are somebody else’s to answer', async () => {
    const { asAgent, sessionId, id, backend, customer, task, parts, deps, token } = await startFee();
    const fee = await task('fee');
    const params = { sessionId, interactionId: id };
    const invited = await asAgent(inviteParticipant, { params, input: { customer: anna, channel: 'email' } });
    const { participantId: participant } = inviteParticipant.output.parse(await invited.json());
    expect(await readCode(asAgent(assignInteraction, { params, input: { participant } }))).toBe('ok');
    expect(await parts()).toEqual([]);
    const input = { revision: fee.revision, returnUrl: `${testOrigin}/s/${token}/paid/${fee.id}` };
    expect(await readCode(customer(startCheckout, { params: { interactionId: fee.id }, input }))).toBe('not-found');
    const letter = (await deps.store.listOutbox()).findLast(({ to }) => to === anna.email);
    const asAnna = createCaller(backend, readToken(letter?.url ?? ''));
    const returnUrl = `${testOrigin}/s/${readToken(letter?.url ?? '')}/paid/${fee.id}`;
    const annas = { params: { interactionId: fee.id }, input: { revision: fee.revision + 1, returnUrl } };
    // Note: hers, though not her turn yet.
    expect(await readCode(asAnna(startCheckout, annas))).toBe('not-actionable');
  });

  it('end with the session, and it with them', async () => {
    const { agent, sessionId, checkout } = await startAtFee();
    await agent.endSession(sessionId);
    expect(await readCode(checkout('fee'))).toBe('session-ended');
  });

  it('let no agent do anything to the payment itself', async () => {
    const { asAgent, sessionId, task } = await startFee();
    const params = { sessionId, interactionId: (await task('fee')).id };
    const reason = 'Because';
    expect(await readCode(asAgent(withdrawInteraction, { params, input: { reason } }))).toBe('not-actionable');
    expect(await readCode(asAgent(returnInteraction, { params, input: { reason, items: {} } }))).toBe('not-actionable');
    expect(await readCode(asAgent(renameInteraction, { params, input: { title: 'Other' } }))).toBe('not-actionable');
  });

  it('come with what came of it, under its step', async () => {
    const { asAgent, sessionId, id, pay, submit } = await startAtFee();
    await pay('fee');
    await submit(all);
    const results = readSessionResults.output.parse(
      await (await asAgent(readSessionResults, { params: { sessionId } })).json(),
    );
    expect(results.interactions).toMatchObject([
      {
        id,
        kind: 'workflow',
        answers: all,
        parts: [
          {
            step: 'fee',
            result: { kind: 'payment', title: 'Pay fee', status: 'completed', amount: { minorUnits: 4_900 } },
          },
        ],
      },
    ]);
  });

  it('leave a log that nobody changed', async () => {
    const { pay, submit, stored, deps, sessionId, facts, id } = await startAtFee();
    await pay('fee', 'declined');
    await pay('fee');
    await submit(all);
    const kinds = (await facts()).map((fact) => ('outcome' in fact ? fact.outcome : fact.kind));
    expect(kinds.filter((kind) => kind !== 'link-sent').slice(-4)).toEqual([
      'interaction-started',
      'declined',
      'paid',
      'interaction-completed',
    ]);
    expect(await facts()).toContainEqual(expect.objectContaining({ kind: 'interaction-completed', interaction: id }));
    expect(await isLogIntact(await deps.store.readLog(sessionId, 0, 1_000), (await stored()).head)).toBe(true);
  });

  it('are told to the business’s systems as one thing', async () => {
    const test = await followWebhooks();
    const { pay, submit, save } = await startTasks(feeDefinition, { test });
    await save(first);
    await pay('fee');
    await submit(all);
    expect((await test.deliver()).map(({ kind }) => kind)).toEqual([
      'session-started',
      'interaction-added',
      'interaction-completed',
    ]);
  });
});
