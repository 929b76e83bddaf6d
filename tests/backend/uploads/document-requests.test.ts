import { describe, expect, test } from 'vitest';

import { partIdSchema } from '#contract/ids.ts';
import {
  buildItem,
  codeOf,
  pdfBytes,
  readSubmitted,
  startDocumentRequest,
  type TusCustomer,
} from '#tests/backend/uploads/tus-customer.ts';

const selectAll = async (customer: TusCustomer) => {
  const { revision, items } = await customer.content();
  return { revision, items: Object.fromEntries(items.map(({ id, files }) => [id, files.map((file) => file.id)])) };
};
const submitAll = async (customer: TusCustomer, key?: string) => {
  const { revision, items } = await selectAll(customer);
  return customer.submit(revision, items, key);
};

describe('Submitting documents', () => {
  test('hands in what was added, for the agent to review', async () => {
    const { customer, deps, sessionId } = await startDocumentRequest();
    await customer.upload(pdfBytes(40), { name: 'passport.pdf' });
    await customer.upload(pdfBytes(50), { name: 'more.pdf', item: 'extra' });
    const [interaction] = (await readSubmitted(await submitAll(customer))).interactions;
    expect(interaction).toMatchObject({ status: 'under-review', revision: 2, reason: null });
    expect(interaction?.closedAt).not.toBeNull();
    expect(interaction?.files.map(({ name }) => name)).toEqual(['passport.pdf', 'more.pdf']);

    const log = await deps.store.readLog(sessionId, 0, 100);
    expect(log.at(-1)?.fact).toMatchObject({
      kind: 'interaction-completed',
      hashes: interaction?.files.map(({ sha256 }) => sha256),
    });
  });

  test('twice with the same key changes nothing', async () => {
    const { customer, deps, sessionId } = await startDocumentRequest();
    await customer.upload(pdfBytes(40));
    const { revision, items } = await selectAll(customer);
    await customer.submit(revision, items, 'the-same-key');
    const before = await deps.store.loadSession(sessionId);
    const again = await customer.submit(revision, items, 'the-same-key');
    expect(again.status).toBe(200);
    expect(await deps.store.loadSession(sessionId)).toEqual(before);
    expect(await codeOf(await customer.submit(revision, items))).toBe('not-actionable');
  });

  test('without a required one is refused and names it', async () => {
    const { customer } = await startDocumentRequest();
    const response = await customer.submit(1, {});
    expect(await response.json()).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'items.passport', message: 'required' }],
    });
  });

  test('other than what is there is refused: another tab added one', async () => {
    const { customer } = await startDocumentRequest();
    await customer.upload(pdfBytes(40));
    const seen = await selectAll(customer);
    await customer.upload(pdfBytes(50));
    expect(await codeOf(await customer.submit(seen.revision, seen.items))).toBe('interaction-changed');
    expect(await codeOf(await customer.submit(7, (await selectAll(customer)).items))).toBe('interaction-changed');
  });

  test('lets go of what was not finished', async () => {
    const { customer, deps } = await startDocumentRequest();
    await customer.upload(pdfBytes(40));
    const location = await customer.begin({ length: 100 });
    await customer.patch(location, 0, pdfBytes(10));
    expect((await submitAll(customer)).status).toBe(200);
    expect((await customer.head(location)).status).toBe(404);
    expect(await deps.blobs.list('upload/')).toEqual([]);
  });

  test('is over once it was accepted', async () => {
    const { agent, customer, interactionId, sessionId } = await startDocumentRequest();
    await customer.upload(pdfBytes(40));
    await submitAll(customer);
    await agent.accept(sessionId, interactionId);
    expect(await codeOf(await submitAll(customer))).toBe('not-actionable');
    const [file] = (await customer.content()).items[0]?.files ?? [];
    expect(await codeOf(await customer.removeFile(file?.id ?? ''))).toBe('not-actionable');
  });
});

describe('Taking a file off', () => {
  test('takes its bytes away and gives its place back', async () => {
    const { customer, deps } = await startDocumentRequest([buildItem({ id: 'passport', maxFiles: 1 })]);
    await customer.upload(pdfBytes(40));
    const [file] = (await customer.content()).items[0]?.files ?? [];
    expect((await customer.removeFile(file?.id ?? '')).status).toBe(200);
    expect((await customer.content()).items[0]?.files).toEqual([]);
    expect(await deps.blobs.list('')).toEqual([]);
    expect((await customer.removeFile(file?.id ?? '')).status).toBe(404);
    expect((await customer.upload(pdfBytes(50))).status).toBe(204);
  });

  test('is not possible for somebody else', async () => {
    const world = await startDocumentRequest();
    await world.customer.upload(pdfBytes(40));
    const [file] = (await world.customer.content()).items[0]?.files ?? [];
    const { customer: stranger } = await startDocumentRequest(undefined, world);
    expect((await stranger.removeFile(file?.id ?? '')).status).toBe(404);
    expect((await world.customer.content()).items[0]?.files).toHaveLength(1);
  });
});

describe('A returned item', () => {
  const returned = async () => {
    const world = await startDocumentRequest();
    await world.customer.upload(pdfBytes(40), { name: 'blurred.pdf' });
    await world.customer.upload(pdfBytes(45), { name: 'fine.pdf', item: 'extra' });
    await submitAll(world.customer);
    await world.agent.returnForCorrection(world.sessionId, world.interactionId, 'One is blurred', {
      [partIdSchema.parse('passport')]: 'The photo is blurred',
    });
    return world;
  };

  test('says why, and keeps what was sent', async () => {
    const { customer } = await returned();
    const { items } = await customer.content();
    expect(items.map(({ returnedReason }) => returnedReason)).toEqual(['The photo is blurred', null]);
    expect(items.map(({ files }) => files.map(({ name }) => name))).toEqual([['blurred.pdf'], ['fine.pdf']]);
  });

  test('is fine again when it is replaced and sent, and what was sent first is not lost', async () => {
    const { customer, deps } = await returned();
    const [file] = (await customer.content()).items[0]?.files ?? [];
    await customer.removeFile(file?.id ?? '');
    expect(await deps.blobs.get(`file/${file?.id}`)).toBeDefined();
    await customer.upload(pdfBytes(60), { name: 'sharp.pdf' });
    const [interaction] = (await readSubmitted(await submitAll(customer))).interactions;
    expect(interaction).toMatchObject({ status: 'under-review', reason: null });
    expect(interaction?.files.map(({ name }) => name)).toEqual(['sharp.pdf', 'fine.pdf']);
    expect((await customer.content()).items.map(({ returnedReason }) => returnedReason)).toEqual([null, null]);
  });
});
