import { describe, expect, it } from 'vitest';

import { addInteraction } from '#contract/endpoints/agent.ts';
import { documentRequestContentSchema } from '#contract/document-request.ts';
import { limits } from '#contract/limits.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import type { SessionRecord } from '#backend/session/session-record.ts';
import { buildItem, codeOf, pdfBytes, startDocumentRequest } from '#tests/backend/uploads/tus-customer.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { buildEsign, buildPdf } from '#tests/support/sample-interactions.ts';
import { readCode, startTestSession } from '#tests/support/start-session.ts';

const wide = (id: string) => buildItem({ id, maxFiles: limits.filesPerItem, maxBytes: limits.fileBytes });
const wideItems = ['one', 'two', 'three', 'four'].map(wide);
const fullAt = Math.floor(limits.uploadBytesPerSession / limits.fileBytes);

async function beginAll(desk: Awaited<ReturnType<typeof startDocumentRequest>>, count: number, length: number) {
  const codes: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const item = wideItems[Math.floor(at / limits.filesPerItem)]?.id ?? 'one';
    const answer = await desk.customer.create({ item, length });
    codes.push(answer.ok ? 'ok' : await codeOf(answer));
  }
  return codes;
}

describe('What customers send in one session', () => {
  it('is bounded in bytes, over all its items, as announced', async () => {
    const desk = await startDocumentRequest(wideItems);
    const codes = await beginAll(desk, fullAt + 1, limits.fileBytes);
    expect(codes.slice(0, -1)).toEqual(Array(fullAt).fill('ok'));
    expect(codes.at(-1)).toBe('session-full');
  });

  it('is bounded in uploads that are begun and not finished', async () => {
    const desk = await startDocumentRequest(wideItems);
    const codes = await beginAll(desk, limits.openUploadsPerSession + 1, 10);
    expect(codes.slice(0, -1)).toEqual(Array(limits.openUploadsPerSession).fill('ok'));
    expect(codes.at(-1)).toBe('session-full');
  });

  it('is bounded in files', async () => {
    const desk = await startDocumentRequest(wideItems);
    await desk.customer.upload(pdfBytes(20), { item: 'one' });
    await changeRecord(desk.deps, desk.sessionId, ({ interactions }) => ({
      interactions: interactions.map((one) =>
        one.kind === 'document-request'
          ? {
              ...one,
              items: one.items.map((item) => ({
                ...item,
                files: Array.from({ length: limits.uploadsPerSession }, () => item.files).flat(),
              })),
            }
          : one,
      ),
    }));
    expect(await codeOf(await desk.customer.create({ item: 'two', length: 10 }))).toBe('session-full');
  });

  it('cannot be more because much is begun at once', async () => {
    const desk = await startDocumentRequest(wideItems);
    const answers = await Promise.all(
      Array.from({ length: fullAt + 6 }, () => desk.customer.create({ item: 'one', length: limits.fileBytes })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(fullAt);
  });

  it('may go on when something is taken back, and one that was begun may be asked for again', async () => {
    const desk = await startDocumentRequest(wideItems);
    const first = await desk.customer.begin({ item: 'one', length: limits.fileBytes, key: 'key-of-the-first' });
    await beginAll(desk, fullAt - 1, limits.fileBytes);
    expect(await desk.customer.begin({ item: 'one', length: limits.fileBytes, key: 'key-of-the-first' })).toBe(first);
    expect(await codeOf(await desk.customer.create({ item: 'one', length: limits.fileBytes }))).toBe('session-full');
    await desk.customer.end(first);
    expect((await desk.customer.create({ item: 'one', length: limits.fileBytes })).status).toBe(201);
    expect(documentRequestContentSchema.parse(await desk.customer.content()).items[0]?.unfinished).toHaveLength(fullAt);
  });
});

describe('Documents that agents add to one session', () => {
  const grown = ({ interactions }: SessionRecord) => ({
    interactions: interactions.map((one) =>
      one.kind === 'esign' ? { ...one, document: { ...one.document, size: limits.documentBytesPerSession } } : one,
    ),
  });

  it('are bounded in bytes', async () => {
    const test = createTestBackend();
    const document = await test.agent.addDocument(await buildPdf());
    const session = await startTestSession({ interactions: [buildEsign(document)] }, test);
    const add = () =>
      readCode(
        session.asAgent(addInteraction, { params: { sessionId: session.sessionId }, input: buildEsign(document) }),
      );
    expect(await add()).toBe('ok');
    await changeRecord(test.deps, session.sessionId, grown);
    expect(await add()).toBe('session-full');
  });
});
