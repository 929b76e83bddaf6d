import { describe, expect, it } from 'vitest';

import type { AddInteractionInput } from '#contract/agent.ts';
import { documentRequestContentSchema } from '#contract/document-request.ts';
import { getDocumentRequest, removeFile, submitDocuments } from '#contract/endpoints/document-request.ts';
import { getEsign, sign } from '#contract/endpoints/esign.ts';
import { esignContentSchema } from '#contract/esign.ts';
import type { FileId } from '#contract/ids.ts';
import { createSweeper } from '#backend/store/sweep-abandoned.ts';
import { createTusCustomer, pdfBytes } from '#tests/backend/uploads/tus-customer.ts';
import { createStumblingStorage, type Stumble, stumbles } from '#tests/support/create-stumbling-storage.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { findDisorder, listUnnamedBlobs } from '#tests/support/find-disorder.ts';
import { buildDocumentRequest, buildEsign, buildPdf } from '#tests/support/sample-interactions.ts';
import { createCaller, startTestSession } from '#tests/support/start-session.ts';

const createId = () => crypto.randomUUID();
const key = 'key-of-this-intent';
const half = 5_000;
const bytes = pdfBytes(2 * half);

/** A session with one thing to do, on storage that will stumble; `next` is the customer before the process that comes after. */
async function start(build: (document: FileId) => AddInteractionInput) {
  const storage = createStumblingStorage();
  const world = createTestBackend({ ...storage.stumbling, createId });
  const document = await world.agent.addDocument(await buildPdf());
  const { token, interactions, sessionId } = await startTestSession({ interactions: [build(document)] }, world);
  const interactionId = String(interactions[0]);
  const meet = ({ backend }: typeof world) => ({
    params: { interactionId },
    ask: createCaller(backend, token),
    tus: createTusCustomer({ backend }, token, interactionId),
  });
  const next = meet(createTestBackend({ ...storage.plain, createId }));
  return { storage, sessionId, document: `file/${document}`, customer: meet(world), next };
}
type World = Awaited<ReturnType<typeof start>>;
type Customer = World['customer'];

/** What the customer's page does, and does again when nobody answered; it is done when nothing is thrown. */
type Deed = (customer: Customer) => Promise<void>;

const assertDone = async (response: Response): Promise<void> => {
  if (!response.ok) throw new Error(await response.text());
};
const readContent = async ({ ask, params }: Customer) =>
  documentRequestContentSchema.parse(await (await ask(getDocumentRequest, { params })).json());

async function prepareSigning({ ask, params }: Customer): Promise<Deed> {
  const { revision, document } = esignContentSchema.parse(await (await ask(getEsign, { params })).json());
  const values = { signature: { kind: 'applied' } };
  const signature = { kind: 'typed', text: 'Cleo Customer' };
  const common = { revision, values, signature, initials: null, signingReason: null, reviewed: true };
  const input = { ...common, documentSha256: document.sha256 };
  return async (customer) => assertDone(await customer.ask(sign, { params, key, input }));
}

const begin = ({ tus }: Customer) => tus.begin({ item: 'payslip', length: bytes.byteLength });

/** Asks where it stands and sends the next part, as long as there is one, up to this many bytes. */
const sendUpTo =
  (location: string, end: number): Deed =>
  async ({ tus }) => {
    const head = await tus.head(location);
    await assertDone(head);
    const offset = Number(head.headers.get('upload-offset'));
    if (offset < end) await assertDone(await tus.patch(location, offset, bytes.slice(offset, end)));
  };

async function prepareLastPart(customer: Customer): Promise<Deed> {
  const location = await begin(customer);
  await sendUpTo(location, half)(customer);
  return sendUpTo(location, bytes.byteLength);
}

async function prepareRemoval(customer: Customer): Promise<Deed> {
  await sendUpTo(await begin(customer), bytes.byteLength)(customer);
  const [fileId = ''] = (await readContent(customer)).items.flatMap(({ files }) => files.map(({ id }) => String(id)));
  return async ({ ask, params }) => {
    const response = await ask(removeFile, { params: { ...params, fileId } });
    if (response.status !== 404) await assertDone(response);
  };
}

/** Handing in one file while another is half sent: what there is of that goes. */
async function prepareSubmission(customer: Customer): Promise<Deed> {
  await sendUpTo(await begin(customer), bytes.byteLength)(customer);
  await sendUpTo(await begin(customer), half)(customer);
  const { revision, items } = await readContent(customer);
  const input = {
    revision,
    items: Object.fromEntries(items.map(({ id, files }) => [id, files.map((file) => file.id)])),
  };
  return async ({ ask, params }) => assertDone(await ask(submitDocuments, { params, key, input }));
}

const papers = () => buildDocumentRequest();
const deeds = [
  ['Signing', buildEsign, prepareSigning],
  ['A part of an upload', papers, async (customer: Customer) => sendUpTo(await begin(customer), half)],
  ['The last part of an upload', papers, prepareLastPart],
  ['Taking a file off', papers, prepareRemoval],
  ['Handing in', papers, prepareSubmission],
] as const;

/** False when there is no write of this number. */
async function stumble(
  build: (document: FileId) => AddInteractionInput,
  prepare: (customer: Customer) => Promise<Deed>,
  number: number,
  how: Stumble,
): Promise<boolean> {
  const world = await start(build);
  const { storage, customer, next, sessionId, document } = world;
  const deed = await prepare(customer);
  storage.stumbleAt(number, how);
  await Promise.race([deed(customer).catch(() => undefined), storage.died]);
  if (!storage.hasStumbled()) return false;

  expect(await findDisorder(storage.plain, [sessionId])).toEqual([]);
  await deed(next);
  expect(await findDisorder(storage.plain, [sessionId])).toEqual([]);
  const sweep = createSweeper(storage.plain);
  await sweep();
  await sweep();
  expect(await findDisorder(storage.plain, [sessionId])).toEqual([]);
  expect(await listUnnamedBlobs(storage.plain, [sessionId], [document])).toEqual([]);
  return true;
}

describe.each(deeds)('%s', (_, build, prepare) => {
  it.each(stumbles)('whose process %s any of its writes is repeated once, and leaves nothing behind', async (how) => {
    let number = 1;
    while (await stumble(build, prepare, number, how)) number += 1;
    expect(number).toBeGreaterThan(2);
  });
});

describe('Sweeping', () => {
  it('leaves alone what a request is about to name, and takes it when it is still nobody’s the next time', async () => {
    const { storage, customer, next, sessionId } = await start(papers);
    const location = await begin(customer);
    storage.stumbleAt(1, 'dies after');
    void sendUpTo(location, half)(customer);
    await storage.died;

    const sweep = createSweeper(storage.plain);
    await expect(sweep()).resolves.toBe(0);
    await expect(storage.plain.blobs.list('upload/')).resolves.toHaveLength(1);
    await expect(sweep()).resolves.toBe(1);
    await expect(storage.plain.blobs.list('upload/')).resolves.toEqual([]);

    await sendUpTo(location, half)(next);
    await sweep();
    await expect(sweep()).resolves.toBe(0);
    await sendUpTo(location, bytes.byteLength)(next);
    expect(await findDisorder(storage.plain, [sessionId])).toEqual([]);
  });

  it('takes the parts of an upload whose request the agent withdrew', async () => {
    const world = createTestBackend({ createId });
    const { token, interactions, sessionId } = await startTestSession({ interactions: [papers()] }, world);
    const [interactionId] = interactions;
    if (interactionId === undefined) throw new Error('There is no document request.');
    const tus = createTusCustomer(world, token, interactionId);
    await tus.patch(await tus.begin({ item: 'payslip', length: 100 }), 0, bytes.slice(0, 50));
    const sweep = createSweeper(world.deps);
    await sweep();
    await sweep();
    await expect(world.deps.blobs.list('upload/')).resolves.toHaveLength(1);

    await world.agent.withdraw(sessionId, interactionId, 'Not needed any more.');
    await sweep();
    await sweep();
    await expect(world.deps.blobs.list('upload/')).resolves.toEqual([]);
  });
});

describe('An upload of which a part was lost', () => {
  it('says that it has to begin anew, and then can', async () => {
    const { storage, customer } = await start(papers);
    const location = await begin(customer);
    await sendUpTo(location, half)(customer);
    const [part = ''] = await storage.plain.blobs.list('upload/');
    await storage.plain.blobs.delete(part);

    const refused = await customer.tus.patch(location, half, bytes.slice(half));
    expect(refused.status).toBe(410);
    expect((await readContent(customer)).items[0]?.unfinished).toEqual([]);
    await sendUpTo(await begin(customer), bytes.byteLength)(customer);
    expect((await readContent(customer)).items[0]?.files).toHaveLength(1);
  });
});
