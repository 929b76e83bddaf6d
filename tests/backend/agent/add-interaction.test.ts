import { describe, expect, it } from 'vitest';
import { addDocument, addInteraction, addLogo } from '#contract/endpoints/agent.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { limits } from '#contract/limits.ts';
import { sessionSchema } from '#contract/session.ts';
import type { StoredInteraction } from '#backend/session/session-record.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { agentCredential, createTestBackend } from '#tests/support/create-test-backend.ts';
import { buildDocumentRequest, buildEsign, buildPayment, buildPdf } from '#tests/support/sample-interactions.ts';
import { createCaller, readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';

type Session = Awaited<ReturnType<typeof startTestSession>>;

const readSession = async ({ customer }: Pick<Session, 'customer'>) =>
  sessionSchema.parse(await (await customer(getSession)).json());

describe('Adding an interaction', () => {
  const add = async ({ asAgent, sessionId }: Session, key: string, input: unknown = buildPayment('Fee')) =>
    asAgent(addInteraction, { params: { sessionId }, input, key });

  it('adds it once and answers the same, however often the request is repeated', async () => {
    const session = await startTestSession();
    const answers = [await add(session, 'key-of-fee'), await add(session, 'key-of-fee')];
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    const [{ id } = { id: null }, ...others] = (await readSession(session)).interactions;
    expect(bodies).toEqual([{ interactionId: id }, { interactionId: id }]);
    expect(others).toEqual([]);
  });

  it('answers the same when the requests arrive at once, and when the session ended since', async () => {
    const session = await startTestSession();
    const [one, other] = await Promise.all([add(session, 'key-of-fee'), add(session, 'key-of-fee')]);
    const body: unknown = await one.json();
    expect(await other.json()).toEqual(body);
    await session.agent.endSession(session.sessionId);
    expect(await (await add(session, 'key-of-fee')).json()).toEqual(body);
  });

  it('is refused when the key comes with something else', async () => {
    const session = await startTestSession();
    await add(session, 'key-of-fee');
    expect(await readCode(add(session, 'key-of-fee', buildPayment('Another fee')))).toBe('key-reused');
    expect((await readSession(session)).interactions).toHaveLength(1);
  });

  it('puts it behind the others, new, in its first revision', async () => {
    const session = await startTestSession({ interactions: [buildPayment('First')] });
    session.pass(60_000);
    await session.agent.addInteraction(session.sessionId, buildDocumentRequest('Second'));
    expect((await readSession(session)).interactions).toMatchObject([
      { title: 'First' },
      {
        title: 'Second',
        status: 'new',
        revision: 1,
        addedAt: '2026-11-22T09:01:00.000Z',
        closedAt: null,
        reason: null,
      },
    ]);
  });

  it('is refused where a session has all it may have', async () => {
    const session = await startTestSession({ interactions: [buildPayment()] });
    await changeRecord(session.deps, session.sessionId, ({ interactions: [first] }) => ({
      interactions: first ? new Array<StoredInteraction>(limits.interactionsPerSession).fill(first) : [],
    }));
    expect(await readProblem(await add(session, 'key-of-fee'))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'interactions' }],
    });
  });

  it('is refused with a field on a page the document does not have', async () => {
    const session = await startTestSession();
    const document = await session.agent.addDocument(await buildPdf(1));
    const esign = buildEsign(document);
    const fields = esign.kind === 'esign' ? esign.fields.map((field) => ({ ...field, page: 1 })) : [];
    expect(await readProblem(await add(session, 'key-of-esign', { ...esign, fields }))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'fields.0.page' }],
    });
  });

  it('is refused with two fields, or two papers, of the same name', async () => {
    const session = await startTestSession();
    const esign = buildEsign(await session.agent.addDocument(await buildPdf()));
    const request = buildDocumentRequest();
    const twice = <Part>(parts: readonly Part[]) => [...parts, ...parts];
    const inputs = [
      { path: 'fields.1.id', input: { ...esign, ...(esign.kind === 'esign' && { fields: twice(esign.fields) }) } },
      {
        path: 'items.1.id',
        input: { ...request, ...(request.kind === 'document-request' && { items: twice(request.items) }) },
      },
    ];
    for (const { path, input } of inputs) {
      const response = await add(session, `key-${path.replaceAll('.', '-')}`, input);
      expect(await readProblem(response)).toMatchObject({ code: 'invalid-input', fields: [{ path }] });
    }
  });

  it.each(['constructor', '__proto__', 'toString'])('is refused with a paper named %s', async (id) => {
    const session = await startTestSession();
    const request = buildDocumentRequest();
    const items = request.kind === 'document-request' ? request.items.map((item) => ({ ...item, id })) : [];
    expect(await readProblem(await add(session, 'key-of-request', { ...request, items }))).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'items.0.id' }],
    });
  });
});

describe('A document', () => {
  it('is counted by its pages', async () => {
    const { backend } = createTestBackend();
    const response = await createCaller(backend, agentCredential)(addDocument, { body: await buildPdf(3) });
    expect(await response.json()).toMatchObject({ pages: 3 });
  });

  it.each([
    ['empty', ''],
    ['no PDF', 'Hello'],
    ['a PDF in name only', '%PDF-1.7\n%%EOF'],
  ])('that is %s is refused', async (_, body) => {
    const call = createCaller(createTestBackend().backend, agentCredential);
    expect(await readCode(call(addDocument, { body }))).toBe('document-unreadable');
  });

  it('as a logo is refused', async () => {
    const call = createCaller(createTestBackend().backend, agentCredential);
    expect(await readCode(call(addLogo, { body: await buildPdf() }))).toBe('file-type-not-accepted');
    expect(await readCode(call(addLogo, { body: new Uint8Array(500_001) }))).toBe('body-too-large');
  });
});
