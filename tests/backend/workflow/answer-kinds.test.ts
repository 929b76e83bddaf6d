import { describe, expect, it } from 'vitest';

import { readSessionResults } from '#contract/endpoints/agent.ts';
import { getWorkflow, saveWorkflowDraft, submitAnswers } from '#contract/endpoints/workflow.ts';
import { moreAnswers, moreKinds } from '#tests/support/more-kinds.ts';
import { readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';
import { bakerStreet } from '#tests/support/workflow-samples.ts';

async function startMore() {
  const session = await startTestSession({
    interactions: [{ kind: 'workflow', title: 'More', definition: moreKinds }],
  });
  const params = { interactionId: session.interactions[0] ?? '' };
  const submit = (answers: Record<string, unknown>) =>
    session.customer(submitAnswers, { params, input: { revision: 1, answers } });
  const save = (answers: Record<string, unknown>) =>
    session.customer(saveWorkflowDraft, {
      params,
      input: { writer: 'tab-of-maya', revision: 0, takeOver: false, content: { answers, step: 'more' } },
    });
  const load = async () => getWorkflow.output.parse(await (await session.customer(getWorkflow, { params })).json());
  return { ...session, submit, save, load };
}

describe('Answers that are more than a word', () => {
  it('reach the system of the business as data, and the log proves them', async () => {
    const { submit, asAgent, sessionId, deps } = await startMore();
    expect(await readCode(submit(moreAnswers))).toBe('ok');
    const response = await asAgent(readSessionResults, { params: { sessionId } });
    expect(readSessionResults.output.parse(await response.json()).interactions).toMatchObject([
      { answers: moreAnswers },
    ]);
    // As JSON with sorted members, the address too: sha256sum of
    // {"heard":["friend","tv"],"home":{"city":"London","country":"GB","line1":"221b Baker Street","line2":"","postalCode":"NW1 6XE","region":""},"phone":"+442079460958","savings":125050}
    const hash = '5b1166acf9445c40cef18d56dc9af0cc668407dff0606dbd5c358f07eeabfc21';
    const log = await deps.store.readLog(sessionId, 0, 100);
    expect(log.map(({ fact }) => fact)).toContainEqual(
      expect.objectContaining({ kind: 'interaction-completed', hashes: [hash] }),
    );
  });

  it('are kept half typed', async () => {
    const { save, load } = await startMore();
    const typed = { savings: '12,', phone: 'GB 020', home: { ...bakerStreet, city: '', country: '' } };
    expect(await readCode(save(typed))).toBe('ok');
    expect((await load()).draft?.content.answers).toEqual(typed);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an option twice', { heard: ['tv', 'tv'] }, 'not-an-option'],
    ['an option nobody offered', { heard: ['tv', 'radio'] }, 'not-an-option'],
    ['a fraction of a penny', { savings: 100.5 }, 'not-money'],
    ['an amount in words', { savings: '1250' }, 'not-money'],
    ['a number of the country only', { phone: '020 7946 0958' }, 'not-a-phone'],
    ['a place in no country', { home: { ...bakerStreet, country: 'ZZ' } }, 'no-country'],
  ])('are refused where they are %s', async (_, wrong, message) => {
    const { submit } = await startMore();
    const problem = await readProblem(await submit({ ...moreAnswers, ...wrong }));
    expect(problem).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: `answers.${Object.keys(wrong)[0]}`, message }],
    });
  });

  it('hold nothing that nobody asked for, however it is sent', async () => {
    const { submit, asAgent, sessionId } = await startMore();
    const home = { ...bakerStreet, __proto__: { admin: true }, constructor: 'x', note: '<script>' };
    expect(await readCode(submit({ ...moreAnswers, home }))).toBe('ok');
    const results = await (await asAgent(readSessionResults, { params: { sessionId } })).text();
    expect(results).not.toMatch(/admin|constructor|script/);
    for (const hostile of [[], [[]], [null], { line1: {} }, { ...bakerStreet, city: 'x'.repeat(201) }]) {
      expect(await readCode(submit({ ...moreAnswers, home: hostile }))).toBe('invalid-input');
    }
  });
});
