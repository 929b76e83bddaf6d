import { beforeEach, describe, expect, test } from 'vitest';

import { esignContentSchema, type SignInput } from '#contract/esign.ts';
import { problemSchema } from '#contract/problem.ts';
import { sessionSchema } from '#contract/session.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { readToken } from '#backend/scenarios/customer-client.ts';
import { emptyLogHead, isLogIntact } from '#backend/session/session-log.ts';
import { buildField, buildInk, buildValues } from '#tests/support/build-esign-field.ts';
import { createTestBackend, testOrigin, testTeam, type TestBackend } from '#tests/support/create-test-backend.ts';
import { readPdfTexts } from '#tests/support/read-pdf.ts';
import { buildPdf } from '#tests/support/sample-interactions.ts';

const fields = [
  buildField({ id: 'signature', label: 'Signature' }),
  buildField({ id: 'rate', kind: 'text', prefill: '7.4 %', readOnly: true }),
  buildField({ id: 'place', kind: 'text', required: false }),
  buildField({ id: 'theirs', participant: 2 }),
];

let world: TestBackend;
let token: string;
let id: string;
let sessionId: Awaited<ReturnType<TestBackend['agent']['startSession']>>['sessionId'];

async function start({ settings = {}, canDecline = true }: { settings?: SettingsLevel; canDecline?: boolean } = {}) {
  world = createTestBackend();
  const document = await world.agent.addDocument(await buildPdf());
  const started = await world.agent.startSession({
    team: testTeam,
    customer: { name: 'Grace Customer', email: 'grace@example.com', phone: null },
    channel: 'email',
    settings,
    interactions: [{ kind: 'esign', title: 'Loan agreement', document, fields, canDecline }],
  });
  token = readToken(started.url);
  id = String(started.interactions[0]);
  ({ sessionId } = started);
}

const send = (method: string, path: string, body?: unknown, key = 'key-of-this-intent') =>
  world.backend(
    new Request(`${testOrigin}/api/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );

const load = async () => esignContentSchema.parse(await (await send('GET', `esigns/${id}`)).json());

const buildInput = async (over: Partial<SignInput> = {}): Promise<SignInput> => {
  const { revision, document } = await load();
  return {
    revision,
    documentSha256: document.sha256,
    values: buildValues({ signature: { kind: 'applied' }, place: { kind: 'text', text: 'Leeds' } }),
    signature: buildInk(),
    initials: null,
    signingReason: null,
    reviewed: false,
    ...over,
  };
};
const sign = async (over: Partial<SignInput> = {}, key?: string) =>
  send('POST', `esigns/${id}/sign`, await buildInput(over), key);

const readProblem = async (response: Response) => problemSchema.parse(await response.json());
const readSession = async (response: Response) => sessionSchema.parse(await response.json());
const readSigned = async (response: Response) => {
  const [file] = (await readSession(response)).interactions[0]?.files ?? [];
  const bytes = new Uint8Array(await (await send('GET', `files/${file?.id}`)).arrayBuffer());
  return { file, bytes };
};

beforeEach(() => start());

test('The customer sees the document and only the fields that are theirs', async () => {
  const { document, fields: shown, draft } = await load();
  expect(document).toMatchObject({ name: 'Loan agreement.pdf', pages: 1 });
  expect(shown.map((field) => String(field.id))).toEqual(['signature', 'rate', 'place']);
  expect(draft).toBeNull();
});

describe('Signing', () => {
  test('completes it and offers the signed document, with a record of how it came about', async () => {
    const response = await sign();
    expect(response.status).toBe(200);
    const { bytes, file } = await readSigned(response);
    const [page, record] = await readPdfTexts(bytes);
    expect(file?.name).toBe('Loan agreement.pdf');
    expect(page).toContain('Leeds');
    expect(page).toContain('7.4 %');
    for (const words of [
      'Grace Customer',
      'grace@example.com',
      '2026-11-22T09:00:00.000Z',
      'Drawn by hand, in 1 place',
    ]) {
      expect(record).toContain(words);
    }
  });

  test('is written into the log with both hashes, and the log stays whole', async () => {
    const { document } = await load();
    const { file } = await readSigned(await sign());
    const log = await world.deps.store.readLog(sessionId, 0, 100);
    const signed = log.findLast(({ fact }) => fact.kind === 'interaction-completed');
    expect(signed?.fact).toMatchObject({ hashes: [document.sha256, file?.sha256] });
    const { head = emptyLogHead } = (await world.deps.store.loadSession(sessionId)) ?? {};
    expect(await isLogIntact(log, head)).toBe(true);
  });

  test('twice with the same key, as after a lost answer, changes nothing', async () => {
    const input = await buildInput();
    const first = await readSession(await send('POST', `esigns/${id}/sign`, input));
    const files = await world.deps.blobs.list('file/');
    const second = await send('POST', `esigns/${id}/sign`, input);
    expect(second.status).toBe(200);
    expect(await readSession(second)).toEqual(first);
    expect(await world.deps.blobs.list('file/')).toEqual(files);
  });

  test('twice at once leaves one signed document', async () => {
    const input = await buildInput();
    const both = await Promise.all([1, 2].map(() => send('POST', `esigns/${id}/sign`, input)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await world.deps.blobs.list('file/')).toHaveLength(2);
  });

  test('again from another tab is told that it is done', async () => {
    const input = await buildInput();
    await send('POST', `esigns/${id}/sign`, input);
    const again = await send('POST', `esigns/${id}/sign`, input, 'key-of-another-tab');
    expect(again.status).toBe(409);
    expect((await readProblem(again)).code).toBe('not-actionable');
  });

  test('cannot change what the business filled in', async () => {
    const values = buildValues({ signature: { kind: 'applied' }, rate: { kind: 'text', text: '0.1 %' } });
    const { bytes } = await readSigned(await sign({ values }));
    expect((await readPdfTexts(bytes))[0]).toContain('7.4 %');
  });

  test.for([
    ['unsigned', { values: {} }, 'signature', 'required'],
    ['with one dot', { signature: { kind: 'drawn', aspect: 2, strokes: [[[0.5, 0.5]]] } }, 'signature', 'empty-mark'],
    ["with somebody else's field", { values: { theirs: { kind: 'applied' } } }, 'theirs', 'not-yours'],
  ] as const)('%s is refused, naming what is wrong', async ([, over, path, message]) => {
    const response = await send('POST', `esigns/${id}/sign`, { ...(await buildInput()), ...over });
    expect(response.status).toBe(422);
    expect((await readProblem(response)).fields).toContainEqual({ path, message });
  });

  test.for([
    ['another document', { documentSha256: '0'.repeat(64) }],
    ['another revision', { revision: 7 }],
  ] as const)('%s than the customer saw is refused', async ([, over]) => {
    expect((await readProblem(await sign(over))).code).toBe('interaction-changed');
  });

  test('needs the reason and the reading that the policy asks for', async () => {
    await start({ settings: { signingReasons: ['I am the borrower'], requireReview: true } });
    const refused = await readProblem(await sign({}, 'first-attempt'));
    expect(refused.fields?.map(({ path }) => path)).toEqual(['signingReason', 'reviewed']);
    const { bytes } = await readSigned(await sign({ signingReason: 'I am the borrower', reviewed: true }));
    expect((await readPdfTexts(bytes))[1]).toContain('I am the borrower');
  });

  test('is not possible once the agent withdrew it', async () => {
    const input = await buildInput();
    const { interactions } = await readSession(await send('GET', 'session'));
    const [interaction] = interactions;
    if (interaction) await world.agent.withdraw(sessionId, interaction.id, 'Replaced');
    expect((await readProblem(await send('POST', `esigns/${id}/sign`, input))).code).toBe('not-actionable');
  });
});

describe('A draft', () => {
  const save = (over: Record<string, unknown> = {}) =>
    send('PUT', `esigns/${id}/draft`, {
      writer: 'this-tab',
      revision: 0,
      takeOver: false,
      content: { values: { place: { kind: 'text', text: 'Leeds' } } },
      ...over,
    });

  test('comes back on the next visit and puts the task in progress', async () => {
    expect((await save()).status).toBe(200);
    expect((await load()).draft).toMatchObject({ revision: 1, content: { values: { place: { text: 'Leeds' } } } });
    expect((await readSession(await send('GET', 'session'))).interactions[0]?.status).toBe('in-progress');
  });

  test('holds nothing for fields that are not the customer’s to fill in', async () => {
    const content = { values: { rate: { kind: 'text', text: '0' }, theirs: { kind: 'applied' } } };
    await save({ content });
    expect((await load()).draft?.content.values).toEqual({});
  });

  test('from another tab is not overwritten unseen, but may be taken over', async () => {
    await save();
    const other = { writer: 'other-tab', revision: 0 };
    expect((await readProblem(await save(other))).code).toBe('draft-conflict');
    expect((await save({ ...other, takeOver: true })).status).toBe(200);
  });

  test('is gone once the document is signed', async () => {
    await save();
    await sign();
    expect((await load()).draft).toBeNull();
  });
});

describe('Declining', () => {
  const decline = (reason: string) => send('POST', `esigns/${id}/decline`, { revision: 1, reason });

  test('closes it and keeps the reason', async () => {
    const [interaction] = (await readSession(await decline('The rate is wrong'))).interactions;
    expect(interaction).toMatchObject({ status: 'declined', reason: 'The rate is wrong' });
  });

  test('needs no reason', async () => {
    expect((await readSession(await decline(''))).interactions[0]).toMatchObject({ status: 'declined', reason: null });
  });

  test('is refused where the business does not allow it', async () => {
    await start({ canDecline: false });
    expect((await readProblem(await decline('No'))).code).toBe('not-allowed');
  });
});
