import { beforeEach, describe, expect, it } from 'vitest';

import { requestNewLink } from '#contract/endpoints/entry.ts';
import { createFileTicket } from '#contract/endpoints/interaction.ts';
import { createBackend } from '#backend/create-backend.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { createTestBackend, testOrigin } from '#tests/support/create-test-backend.ts';
import { buildEsign, buildPdf } from '#tests/support/sample-interactions.ts';
import { readCode, startTestSession } from '#tests/support/start-session.ts';

const minute = 60_000;

async function openDesk() {
  const test = createTestBackend({ servesLinks: true });
  const bytes = await buildPdf();
  const fileId = await test.agent.addDocument(bytes);
  const session = await startTestSession({ interactions: [buildEsign(fileId)] }, test);
  const take = async () => {
    const answer = await session.customer(createFileTicket, { params: { fileId } });
    return createFileTicket.output.parse(await answer.json()).path ?? '';
  };
  const follow = (path: string, headers: Record<string, string> = {}, backend = test.backend) =>
    backend(new Request(testOrigin + path, { headers }));
  return { ...session, bytes, fileId, take, follow };
}

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk();
});

describe('A ticket', () => {
  it('brings the file to whoever follows it, as a download that no browser runs, frames or keeps', async () => {
    const answer = await desk.follow(await desk.take());
    expect(answer.status).toBe(200);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(desk.bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\\%]+\.pdf"; filename\*=UTF-8''/,
    );
  });

  it('is good for a minute', async () => {
    const path = await desk.take();
    desk.pass(minute - 1);
    expect((await desk.follow(path)).status).toBe(200);
    desk.pass(1);
    expect(await readCode(desk.follow(path))).toBe('ticket-unknown');
  });

  it('is good for the few requests that a phone or a download manager makes, at once or one by one', async () => {
    const path = await desk.take();
    const codes = await Promise.all(Array.from({ length: 20 }, () => readCode(desk.follow(path))));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(16);
    expect(codes.filter((code) => code === 'ticket-unknown')).toHaveLength(4);
    expect(await readCode(desk.follow(path))).toBe('ticket-unknown');
    expect(await readCode(desk.follow(await desk.take()))).toBe('ok');
  });

  it('is known to every process on the same store, and kept by none of them in the clear', async () => {
    const path = await desk.take();
    const elsewhere = createBackend(desk.deps);
    expect((await desk.follow(path, {}, elsewhere)).status).toBe(200);
    const stored = JSON.stringify(await desk.deps.store.loadSession(desk.sessionId));
    expect(stored).not.toContain(path.split('.').at(-1));
    expect(JSON.stringify(desk.logLines)).not.toContain(path.split('.').at(-1));
  });

  it.each([
    ['its link was revoked', { links: 'revokedAt' }],
    ['the session ended and leaves nothing', { end: true }],
  ] as const)('dies at once when %s', async (_, how) => {
    const path = await desk.take();
    await changeRecord(desk.deps, desk.sessionId, ({ links }) =>
      'end' in how
        ? { state: 'ended', endedAt: 1, settings: { endAccess: { level: 'none' } } }
        : { links: links.map((link) => ({ ...link, revokedAt: 1 })) },
    );
    expect(await readCode(desk.follow(path))).toBe('ticket-unknown');
  });

  it('dies with the file’s place in the session', async () => {
    const path = await desk.take();
    await changeRecord(desk.deps, desk.sessionId, () => ({ interactions: [] }));
    expect(await readCode(desk.follow(path))).toBe('ticket-unknown');
  });

  it('that was altered in any place is unknown, and so is one for another session', async () => {
    const path = await desk.take();
    const other = await openDesk();
    const secret = path.split('.').at(-1) ?? '';
    const forged = [
      `${path}x`,
      path.slice(0, -1),
      path.replace(secret, ''),
      path.replace('.', ''),
      path.replace(desk.sessionId, 'nobodys'),
      path.replace(desk.sessionId, '__proto__'),
      path.replace(secret, secret.toUpperCase()),
      path.replace(desk.sessionId, '..%2f..'),
      `/api/downloads/${secret}`,
    ];
    for (const one of forged) expect(await readCode(desk.follow(one))).toBe('ticket-unknown');
    expect(await readCode(other.follow(path))).toBe('ticket-unknown');
    expect(await readCode(desk.follow(path))).toBe('ok');
  });

  it('opens nothing but its file', async () => {
    const ticket = (await desk.take()).split('/').at(-1) ?? '';
    const headers = { authorization: `Bearer ${ticket}` };
    for (const path of ['/api/entry', '/api/session', `/api/files/${desk.fileId}`])
      expect(await readCode(desk.follow(path, headers))).toBe('link-unknown');
  });

  it('does not keep a link alive, nor those that were made before', async () => {
    for (let time = 0; time < 150; time += 1) await desk.take();
    expect((await desk.deps.store.loadSession(desk.sessionId))?.tickets).toHaveLength(100);
    desk.pass(minute);
    await desk.take();
    expect((await desk.deps.store.loadSession(desk.sessionId))?.tickets).toHaveLength(1);
    expect(await readCode(desk.customer(requestNewLink))).toBe('not-allowed');
  });

  it('is not made where no plain link reaches the backend', async () => {
    const test = createTestBackend();
    const fileId = await test.agent.addDocument(desk.bytes);
    const session = await startTestSession({ interactions: [buildEsign(fileId)] }, test);
    const answer = await session.customer(createFileTicket, { params: { fileId } });
    expect(createFileTicket.output.parse(await answer.json()).path).toBeNull();
  });
});

describe('A part of a file', () => {
  const ask = async (range: string, more: Record<string, string> = {}) => {
    const answer = await desk.follow(await desk.take(), { range, ...more });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return { status: answer.status, range: answer.headers.get('content-range'), bytes };
  };

  it.each([
    ['bytes=0-9', 0, 10],
    ['bytes=10-', 10, undefined],
    ['bytes=-10', -10, undefined],
    ['bytes=0-999999999999999', 0, undefined],
    ['bytes=-999999999999999', 0, undefined],
  ])('comes alone when it is asked for: %s', async (range, start, end) => {
    const wanted = desk.bytes.slice(start, end);
    const part = await ask(range);
    expect([part.status, part.bytes]).toEqual([206, wanted]);
    const from = start < 0 ? desk.bytes.length + start : start;
    expect(part.range).toBe(`bytes ${from}-${from + wanted.length - 1}/${desk.bytes.length}`);
  });

  it.each(['bytes=999999-', 'bytes=-0'])('that lies outside is refused: %s', async (range) => {
    expect(await ask(range)).toMatchObject({ status: 416, range: `bytes */${desk.bytes.length}` });
  });

  it.each([
    'bytes=-',
    'bytes=9-0',
    'bytes=0-1,2-3',
    `bytes=${'0-0,'.repeat(1_000)}`,
    'bytes=a-b',
    'lines=0-9',
    'bytes = 0-9',
    'bytes=0x0-0x9',
    'bytes=-1-2',
    'bytes=9999999999999999999999-',
  ])('that makes no sense is the whole file', async (range) => {
    expect(await ask(range)).toMatchObject({ status: 200, range: null, bytes: desk.bytes });
  });

  it('of a file that is another one by now is the whole file', async () => {
    expect((await ask('bytes=0-9', { 'if-range': '"another"' })).status).toBe(200);
    const etag = (await desk.follow(await desk.take())).headers.get('etag') ?? '';
    expect((await ask('bytes=0-9', { 'if-range': etag })).status).toBe(206);
  });
});
