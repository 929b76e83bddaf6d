import { describe, expect, it } from 'vitest';

import { addInteraction } from '#contract/endpoints/agent.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { getWorkflow, saveWorkflowDraft, submitAnswers } from '#contract/endpoints/workflow.ts';
import { draftReceiptSchema } from '#contract/draft.ts';
import type { NewWorkflow } from '#contract/new-workflow.ts';
import { workflowContentSchema } from '#contract/workflow.ts';
import { emptyLogHead, isLogIntact } from '#backend/session/session-log.ts';
import { sessionSchema } from '#contract/session.ts';
import { readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';
import { buildPayment } from '#tests/support/sample-interactions.ts';
import { readWholeStore } from '#tests/support/watch-writes.ts';
import { carDefinition, pageOf } from '#tests/support/workflow-samples.ts';

const writer = 'tab-of-maya';
const goodAnswers = { 'has-car': true, name: 'Maya', plate: 'KR 12345', doors: 5 };
type Answers = Record<string, unknown>;

const workflowOf = (definition: NewWorkflow) => ({ kind: 'workflow' as const, title: 'Your car', definition });

/** A customer with one workflow, and one who does its three calls. */
async function startQuestions() {
  const session = await startTestSession({ interactions: [workflowOf(carDefinition), buildPayment()] });
  const [interactionId = ''] = session.interactions;
  const params = { interactionId };
  const { customer } = session;
  const draftOf = (answers: Answers, more: Record<string, unknown> = {}) => ({
    writer,
    revision: 0,
    takeOver: false,
    content: { answers, step: 'start' },
    ...more,
  });
  return {
    ...session,
    id: interactionId,
    load: async () => workflowContentSchema.parse(await (await customer(getWorkflow, { params })).json()),
    save: (answers: Answers, more?: Record<string, unknown>) =>
      customer(saveWorkflowDraft, { params, input: draftOf(answers, more) }),
    submit: (answers: Answers, { revision = 1, key = crypto.randomUUID() } = {}) =>
      customer(submitAnswers, { params, key, input: { revision, answers } }),
    status: async () =>
      sessionSchema
        .parse(await (await customer(getSession)).json())
        .interactions.find(({ id }) => id === interactionId),
    facts: async () => (await session.deps.store.readLog(session.sessionId, 0, 100)).map(({ fact }) => fact),
    record: async () => {
      const record = await session.deps.store.loadSession(session.sessionId);
      return record?.interactions.find((interaction) => interaction.kind === 'workflow');
    },
  };
}

describe('A customer who opens the questions', () => {
  it('gets the steps and no answers, and leaves no trace', async () => {
    const questions = await startQuestions();
    const before = await readWholeStore(questions.deps, questions.sessionId);
    expect(await questions.load()).toMatchObject({ revision: 1, definition: carDefinition, draft: null });
    expect(await readWholeStore(questions.deps, questions.sessionId)).toEqual(before);
  });

  it('is told nothing about what is not a workflow, or not there', async () => {
    const { customer, interactions } = await startQuestions();
    for (const interactionId of [interactions[1] ?? '', 'somewhere-else']) {
      expect(await readCode(customer(getWorkflow, { params: { interactionId } }))).toBe('not-found');
    }
  });
});

describe('A customer who types', () => {
  it('finds everything again, right or wrong, and is under way', async () => {
    const { save, load, status, pass } = await startQuestions();
    pass(120_000);
    const receipt = draftReceiptSchema.parse(await (await save({ name: 'Maya', doors: 'two?' })).json());
    expect(receipt).toEqual({ revision: 1, savedAt: '2026-11-22T09:02:00.000Z' });
    expect((await load()).draft).toEqual({
      ...receipt,
      writer,
      content: { answers: { name: 'Maya', doors: 'two?' }, step: 'start' },
    });
    expect(await status()).toMatchObject({ status: 'in-progress', revision: 1 });
  });

  it('is noted to have started, once', async () => {
    const { save, facts, id } = await startQuestions();
    await save({ name: 'M' });
    await save({ name: 'Ma' }, { revision: 1 });
    expect((await facts()).filter(({ kind }) => kind === 'interaction-started')).toEqual([
      { kind: 'interaction-started', interaction: id },
    ]);
  });

  it('keeps answers of a way not taken, to choose again', async () => {
    const { save, load } = await startQuestions();
    await save({ 'has-car': false, plate: 'KR 12345' });
    expect((await load()).draft?.content.answers).toEqual({ 'has-car': false, plate: 'KR 12345' });
  });

  it('is not overwritten by another tab, unless it is told to take over', async () => {
    const { save, load } = await startQuestions();
    await save({ name: 'Maya' });
    const late = { writer: 'another-tab', revision: 0 };
    expect(await readCode(save({ name: 'Someone' }, late))).toBe('draft-conflict');
    expect((await load()).draft?.content.answers).toEqual({ name: 'Maya' });
    expect(await readCode(save({ name: 'Someone' }, { ...late, takeOver: true }))).toBe('ok');
    expect(await readCode(save({ name: 'Maya 2' }, { revision: 1 }))).toBe('draft-conflict');
  });

  it('keeps only what is asked, and names no page that is not there', async () => {
    const { save, load } = await startQuestions();
    await save({ name: 'Maya', 'never-asked': 'x' });
    expect((await load()).draft?.content.answers).toEqual({ name: 'Maya' });
    const nowhere = await save({}, { revision: 1, content: { answers: {}, step: 'gone' } });
    expect(await readProblem(nowhere)).toMatchObject({ code: 'invalid-input', fields: [{ path: 'content.step' }] });
  });
});

describe('A customer who sends the answers', () => {
  it('is done with them, and the log proves what was sent without saying it', async () => {
    const { submit, status, record, facts, id, deps, sessionId, pass } = await startQuestions();
    pass(60_000);
    expect((await submit(goodAnswers)).status).toBe(200);
    expect(await status()).toMatchObject({
      status: 'completed',
      revision: 2,
      closedAt: '2026-11-22T09:01:00.000Z',
      files: [],
    });
    expect(await record()).toMatchObject({ answers: goodAnswers });
    // printf '%s' '{"doors":5,"has-car":true,"name":"Maya","plate":"KR 12345"}' | sha256sum
    const hash = '0d6b58e8329329e37e472a63139f2bfee8958e9d2b7d65b3c2544abbec2289c5';
    expect((await facts()).at(-1)).toEqual({ kind: 'interaction-completed', interaction: id, hashes: [hash] });
    expect(JSON.stringify(await facts())).not.toContain('KR 12345');
    const head = (await deps.store.loadSession(sessionId))?.head ?? emptyLogHead;
    expect(await isLogIntact(await deps.store.readLog(sessionId, 0, 100), head)).toBe(true);
  });

  it('proves the same whatever the order they were typed in', async () => {
    const [one, other] = [await startQuestions(), await startQuestions()];
    await one.submit(goodAnswers);
    await other.submit(Object.fromEntries(Object.entries(goodAnswers).toReversed()));
    const [first, second] = [(await one.facts()).at(-1), (await other.facts()).at(-1)];
    expect(first).toMatchObject({ kind: 'interaction-completed' });
    expect(second && 'hashes' in second && second.hashes).toEqual(first && 'hashes' in first && first.hashes);
  });

  it('hands over nothing from steps that are not reached, nor what nobody asked', async () => {
    const { submit, record } = await startQuestions();
    await submit({ ...goodAnswers, 'has-car': false, stranger: 'x', doors: 'nonsense' });
    expect(await record()).toMatchObject({ answers: { 'has-car': false, name: 'Maya' } });
  });

  it('is told each field that is not right, and nothing changes', async () => {
    const { submit, status } = await startQuestions();
    const problem = await readProblem(await submit({ 'has-car': true, name: ' ', plate: 'KR 1', doors: 7 }));
    expect(problem).toMatchObject({
      code: 'invalid-input',
      status: 422,
      fields: [
        { path: 'answers.name', message: 'required' },
        { path: 'answers.doors', message: 'too-large' },
      ],
    });
    expect(await status()).toMatchObject({ status: 'new' });
  });

  it('may send the same again after a lost answer: it changes nothing', async () => {
    const { submit, status, facts } = await startQuestions();
    const key = crypto.randomUUID();
    await submit(goodAnswers, { key });
    expect((await submit(goodAnswers, { key })).status).toBe(200);
    expect(await status()).toMatchObject({ status: 'completed', revision: 2 });
    expect((await facts()).filter(({ kind }) => kind === 'interaction-completed')).toHaveLength(1);
  });

  it('cannot send again under another key, nor against what it was before, nor save a draft after it', async () => {
    const { submit, save, agent, sessionId, interactions } = await startQuestions();
    expect(await readCode(submit(goodAnswers, { revision: 7 }))).toBe('interaction-changed');
    await submit(goodAnswers);
    expect(await readCode(submit(goodAnswers))).toBe('not-actionable');
    expect(await readCode(save({ name: 'Late' }, { revision: 1 }))).toBe('not-actionable');
    const [id] = interactions;
    if (id) await agent.returnForCorrection(sessionId, id, 'The plate, please.');
    expect(await readCode(submit(goodAnswers, { revision: 2 }))).toBe('interaction-changed');
    expect(await readCode(submit(goodAnswers, { revision: 3 }))).toBe('ok');
  });

  it('finds them filled in when the agent returns them, and a draft left on another device is older', async () => {
    const { submit, save, load, status, agent, sessionId, interactions } = await startQuestions();
    await save({ name: 'M' });
    await submit(goodAnswers);
    const [id] = interactions;
    if (id) await agent.returnForCorrection(sessionId, id, 'The plate, please.');
    expect(await status()).toMatchObject({ status: 'returned', reason: 'The plate, please.' });
    expect((await load()).draft).toMatchObject({ revision: 2, content: { answers: goodAnswers, step: 'start' } });
    expect(await readCode(save({ name: 'M' }, { writer: 'other-device', revision: 1 }))).toBe('draft-conflict');
    expect(await readCode(save({ ...goodAnswers, plate: 'KR 2' }, { revision: 2 }))).toBe('ok');
    expect(await status()).toMatchObject({ status: 'returned' });
  });
});

describe('A session that ended', () => {
  it('takes no more answers', async () => {
    const { submit, save, agent, sessionId } = await startQuestions();
    await agent.endSession(sessionId);
    expect(await readCode(save({ name: 'Maya' }))).toBe('session-ended');
    expect(await readCode(submit(goodAnswers))).toBe('session-ended');
  });
});

describe('An agent who sends questions that lead nowhere', () => {
  it('is told where', async () => {
    const { asAgent, sessionId } = await startQuestions();
    const input = workflowOf({ steps: [pageOf('a', { next: 'gone' })] });
    expect(await readProblem(await asAgent(addInteraction, { params: { sessionId }, input }))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'definition.steps.0.next', message: 'unknown-step' }],
    });
  });

  it('is told so, however deep the conditions go', async () => {
    const { asAgent, sessionId } = await startQuestions();
    const levels = 18_000;
    const when = `${'{"kind":"not","condition":'.repeat(levels)}{"kind":"all","of":[]}${'}'.repeat(levels)}`;
    const step = `{"id":"a","kind":"information","title":"A","body":[],"next":null,"branches":[{"to":"a","when":${when}}]}`;
    const body = `{"kind":"workflow","title":"Deep","definition":{"steps":[${step}]}}`;
    const response = await asAgent(addInteraction, {
      params: { sessionId },
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(await readProblem(response)).toMatchObject({ code: 'invalid-input' });
  });
});
