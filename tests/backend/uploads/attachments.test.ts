import { beforeEach, describe, expect, it } from 'vitest';

import { getAgentSession, getSessionTrail } from '#contract/endpoints/agent-session.ts';
import { addAttachment, endSession, getAgentFile, sendAgentMessage } from '#contract/endpoints/agent.ts';
import { createFileTicket, getFile } from '#contract/endpoints/interaction.ts';
import { listMessages, sendMessage } from '#contract/endpoints/message.ts';
import { limits } from '#contract/limits.ts';
import { messageSchema, messagesSchema } from '#contract/message.ts';
import type { SettingsLevel } from '#contract/settings.ts';
import { changeRecord } from '#backend/scenarios/change-record.ts';
import { createSweeper } from '#backend/store/sweep-abandoned.ts';
import { codeOf, createTusCustomer, pdfBytes } from '#tests/backend/uploads/tus-customer.ts';
import { buildPng } from '#tests/support/build-picture.ts';
import { createTestBackend, testOrigin, testTeam } from '#tests/support/create-test-backend.ts';
import { openFeed } from '#tests/support/read-feed.ts';
import { findDisorder, listUnnamedBlobs } from '#tests/support/find-disorder.ts';
import { readCode, startTestSession } from '#tests/support/start-session.ts';

const day = 24 * 60 * 60 * 1_000;
const idOf = (location: string) => location.split('/').at(-1) ?? '';

async function open(settings: SettingsLevel = {}, test = createTestBackend({ servesLinks: true })) {
  const session = await startTestSession({ settings }, test);
  const { sessionId } = session;
  const tus = createTusCustomer(session, session.token, 'none');
  const begin = async (length = 20, name = 'payslip.pdf', key: string = crypto.randomUUID()) =>
    tus.begin({ forMessage: true, length, name, key });
  const attach = async (bytes = pdfBytes(20), name = 'payslip.pdf') => {
    const location = await begin(bytes.byteLength, name);
    const answer = await tus.sendAll(location, bytes);
    if (!answer.ok) throw new Error(await codeOf(answer));
    return idOf(location);
  };
  const send = (input: { text?: string; attachments?: string[] }, key: string = crypto.randomUUID()) =>
    session.customer(sendMessage, { input: { text: '', ...input }, key });
  const sent = async (...asked: Parameters<typeof send>) => messageSchema.parse(await (await send(...asked)).json());
  const list = async () => messagesSchema.parse(await (await session.customer(listMessages)).json()).messages;
  const bring = (bytes: Uint8Array<ArrayBuffer>, name = 'terms.pdf', key: string = crypto.randomUUID()) =>
    session.asAgent(addAttachment, {
      params: { sessionId },
      query: `?name=${encodeURIComponent(name)}`,
      body: bytes,
      key,
    });
  const brought = async (...asked: Parameters<typeof bring>) =>
    addAttachment.output.parse(await (await bring(...asked)).json());
  const sendAsAgent = (attachments: string[], text = '') =>
    session.asAgent(sendAgentMessage, { params: { sessionId }, input: { text, attachments } });
  const load = async () => {
    const record = await test.deps.store.loadSession(sessionId);
    if (!record) throw new Error('The session is lost.');
    return record;
  };
  return { ...session, tus, begin, attach, send, sent, list, bring, brought, sendAsAgent, load };
}

let desk: Awaited<ReturnType<typeof open>>;
beforeEach(async () => {
  desk = await open();
});

describe('A file that the customer attaches', () => {
  it('is sent with the words, known by its bytes, and there for both sides', async () => {
    const bytes = buildPng(4, 4);
    const message = await desk.sent({ text: 'My badge', attachments: [await desk.attach(bytes, '../badge.exe')] });
    expect(message).toMatchObject({
      text: 'My badge',
      attachments: [{ name: '.._badge.exe.png', type: 'image/png', size: bytes.byteLength }],
    });
    expect(await desk.list()).toEqual([message]);
    const fileId = message.attachments[0]?.id ?? '';
    const { sessionId } = desk;
    for (const answer of [
      await desk.customer(getFile, { params: { fileId } }),
      await desk.asAgent(getAgentFile, { params: { sessionId, fileId } }),
    ]) {
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
    }
    const { path } = createFileTicket.output.parse(
      await (await desk.customer(createFileTicket, { params: { fileId } })).json(),
    );
    const followed = await desk.backend(new Request(testOrigin + (path ?? '')));
    expect(new Uint8Array(await followed.arrayBuffer())).toEqual(bytes);
  });

  it('may be all there is to a message; a message of nothing is refused', async () => {
    expect((await desk.sent({ attachments: [await desk.attach()] })).text).toBe('');
    expect(await readCode(desk.send({ text: ' ', attachments: [] }))).toBe('invalid-input');
  });

  it('arrives on the live feed with its message', async () => {
    const feed = await openFeed(desk.customer);
    const message = await desk.sent({ attachments: [await desk.attach()] });
    const events = [];
    while (events.at(-1)?.kind !== 'message') events.push(await feed.next());
    expect(events.at(-1)).toMatchObject({ message });
    await feed.cancel();
  });

  it('is nobody else’s before it is sent', async () => {
    await desk.attach();
    const fileId = (await desk.load()).attachments?.[0]?.file?.id ?? '';
    const { sessionId } = desk;
    expect(await readCode(desk.asAgent(getAgentFile, { params: { sessionId, fileId } }))).toBe('not-found');
    expect(await readCode(desk.customer(getFile, { params: { fileId } }))).toBe('not-found');
    expect(await readCode(desk.customer(createFileTicket, { params: { fileId } }))).toBe('not-found');
  });

  it('is in one message, once, and only when it is whole', async () => {
    const [one, other] = [await desk.attach(), await desk.attach()];
    const half = idOf(await desk.begin());
    for (const attachments of [[half], [one, one], [one, half], ['nobodys'], Array<string>(6).fill(one)])
      expect(await readCode(desk.send({ attachments }))).toMatch(/^(not-found|invalid-input)$/);
    const message = await desk.sent({ attachments: [other, one] });
    expect(message.attachments).toHaveLength(2);
    expect(await readCode(desk.send({ attachments: [one] }))).toBe('not-found');
    expect(await desk.list()).toEqual([message]);
  });

  it('is sent once, however often the message is sent with the same key', async () => {
    const attached = await desk.attach();
    const input = { text: 'Here', attachments: [attached] };
    const first = await desk.sent(input, 'key-of-here');
    expect(await desk.sent(input, 'key-of-here')).toEqual(first);
    expect(await desk.list()).toEqual([first]);
    expect(await readCode(desk.send({ text: 'Here' }, 'key-of-here'))).toBe('key-reused');
  });

  it('begins once with one key, and is another with another', async () => {
    const first = await desk.begin(20, 'a.pdf', 'key-of-a-file');
    expect(await desk.begin(20, 'a.pdf', 'key-of-a-file')).toBe(first);
    const again = await desk.tus.create({ forMessage: true, length: 21, name: 'a.pdf', key: 'key-of-a-file' });
    expect(await codeOf(again)).toBe('key-reused');
    expect((await desk.tus.head(first)).headers.get('upload-length')).toBe('20');
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a page that calls itself a PDF', '<html>\n%PDF-1.7'],
    ['a picture that runs', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a program', 'MZ\u0090\u0000\u0003'],
    ['text', 'Dear Ada,'],
  ])('is refused when its bytes are %s, whatever it is called', async (_, text) => {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    await expect(desk.attach(bytes, 'photo.jpg')).rejects.toThrow('file-type-not-accepted');
    expect((await desk.load()).attachments).toEqual([]);
    expect(await listUnnamedBlobs(desk.deps, [desk.sessionId])).toEqual([]);
  });

  it('is bounded in size, in number, and together with everything else of the session', async () => {
    const begin = (length: number) => desk.tus.create({ forMessage: true, length });
    expect(await codeOf(await begin(limits.attachmentBytes + 1))).toBe('file-too-large');
    for (let at = 0; at < limits.unsentAttachments; at += 1) expect((await begin(20)).status).toBe(201);
    expect(await codeOf(await begin(20))).toBe('too-many-files');
  });

  it('counts in what the session holds', async () => {
    await desk.sent({ attachments: [await desk.attach()] });
    await changeRecord(desk.deps, desk.sessionId, ({ attachments = [] }) => ({
      attachments: attachments.map((one) => ({
        ...one,
        file: one.file && { ...one.file, size: limits.uploadBytesPerSession - 20 },
      })),
    }));
    expect((await desk.tus.create({ forMessage: true, length: 20 })).status).toBe(201);
    expect(await codeOf(await desk.tus.create({ forMessage: true, length: 20 }))).toBe('session-full');
    expect(await readCode(desk.bring(pdfBytes(20)))).toBe('session-full');
  });

  it('goes away when it is given up, half or whole, but not once it is sent', async () => {
    const half = await desk.begin();
    await desk.tus.patch(half, 0, pdfBytes(20).slice(0, 5));
    const whole = `/api/uploads/${await desk.attach()}`;
    for (const location of [half, whole]) {
      expect((await desk.tus.end(location)).status).toBe(204);
      expect((await desk.tus.end(location)).status).toBe(404);
    }
    expect(await listUnnamedBlobs(desk.deps, [desk.sessionId])).toEqual([]);
    expect((await desk.load()).attachments).toEqual([]);
    const sent = await desk.attach();
    await desk.sent({ attachments: [sent] });
    expect((await desk.tus.end(`/api/uploads/${sent}`)).status).toBe(404);
    expect(await findDisorder(desk.deps, [desk.sessionId])).toEqual([]);
  });

  it('that was forgotten for a day makes room, and leaves no bytes', async () => {
    await desk.attach();
    await desk.tus.patch(await desk.begin(), 0, pdfBytes(20).slice(0, 5));
    const kept = await desk.attach();
    await desk.sent({ attachments: [kept] });
    desk.pass(day + 1);
    const next = await desk.attach();
    expect((await desk.load()).attachments?.map(({ id }) => id)).toEqual([kept, next]);
    const sweep = createSweeper(desk.deps);
    await sweep();
    await sweep();
    expect(await listUnnamedBlobs(desk.deps, [desk.sessionId])).toEqual([]);
  });

  it('leaves no parts when the session ends half way', async () => {
    const half = await desk.begin();
    await desk.tus.patch(half, 0, pdfBytes(20).slice(0, 5));
    await desk.agent.endSession(desk.sessionId);
    expect(await codeOf(await desk.tus.patch(half, 5, pdfBytes(20).slice(5)))).toBe('session-ended');
    expect((await desk.tus.head(half)).status).toBe(410);
    const sweep = createSweeper(desk.deps);
    await sweep();
    expect(await sweep()).toBe(1);
  });
});

describe('A file that an agent attaches', () => {
  it('is sent with a message, and the customer has it', async () => {
    const bytes = pdfBytes(30);
    const { uploadId, file } = await desk.brought(bytes, 'Warunki (1).pdf');
    const message = messageSchema.parse(await (await desk.sendAsAgent([uploadId])).json());
    expect(message).toMatchObject({ from: 'agent', text: '', attachments: [{ name: 'Warunki (1).pdf', size: 30 }] });
    const answer = await desk.customer(getFile, { params: { fileId: file.id } });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
  });

  it('is brought once with one key, and something else with it is refused', async () => {
    const first = await desk.brought(pdfBytes(30), 'a.pdf', 'key-of-the-terms');
    expect(await desk.brought(pdfBytes(30), 'a.pdf', 'key-of-the-terms')).toEqual(first);
    const others = { 'longer ones': pdfBytes(31), 'as many others': pdfBytes(30).with(29, 0) };
    for (const [which, bytes] of Object.entries(others))
      expect(await readCode(desk.bring(bytes, 'a.pdf', 'key-of-the-terms')), which).toBe('key-reused');
    expect((await desk.load()).attachments).toHaveLength(1);
    expect(await desk.deps.blobs.list('file/')).toHaveLength(1);
    expect(await listUnnamedBlobs(desk.deps, [desk.sessionId])).toEqual([]);
    await desk.sendAsAgent([first.uploadId]);
    expect(await desk.brought(pdfBytes(30), 'a.pdf', 'key-of-the-terms')).toEqual(first);
    expect(await readCode(desk.sendAsAgent([first.uploadId]))).toBe('not-found');
  });

  it('is refused by its bytes and beyond its bounds', async () => {
    expect(await readCode(desk.bring(new TextEncoder().encode('<html>'), 'a.pdf'))).toBe('file-type-not-accepted');
    expect(await readCode(desk.bring(new Uint8Array(limits.attachmentBytes + 1)))).toBe('file-too-large');
    for (let at = 0; at < limits.unsentAttachments; at += 1) await desk.brought(pdfBytes(20 + at));
    expect(await readCode(desk.bring(pdfBytes(20)))).toBe('too-many-files');
  });

  it('is none of the customer’s files, and theirs are none of the agent’s to send', async () => {
    const { uploadId } = await desk.brought(pdfBytes(20));
    const own = await desk.attach();
    expect(await readCode(desk.send({ attachments: [uploadId] }))).toBe('not-found');
    expect(await readCode(desk.sendAsAgent([own]))).toBe('not-found');
    const elsewhere = await open({}, desk);
    expect(await readCode(elsewhere.send({ attachments: [own] }))).toBe('not-found');
    expect(await readCode(elsewhere.sendAsAgent([uploadId]))).toBe('not-found');
    expect((await elsewhere.tus.end(`/api/uploads/${own}`)).status).toBe(404);
  });

  it('is told in the session and in its trail, whose chain holds', async () => {
    const params = { sessionId: desk.sessionId };
    const { uploadId } = await desk.brought(pdfBytes(20));
    await desk.sendAsAgent([uploadId], 'Have a look');
    const { messages, allows } = getAgentSession.output.parse(
      await (await desk.asAgent(getAgentSession, { params })).json(),
    );
    expect(messages[0]?.attachments[0]?.name).toBe('terms.pdf');
    expect(allows.attachments).toBe(true);
    const trail = getSessionTrail.output.parse(await (await desk.asAgent(getSessionTrail, { params })).json());
    expect(trail.isIntact).toBe(true);
    expect(trail.entries.at(-1)).toMatchObject({ kind: 'message-sent', attached: ['terms.pdf'] });
  });
});

describe('Attachments', () => {
  it.each<[string, SettingsLevel, SettingsLevel, SettingsLevel, string]>([
    ['nobody says anything', {}, {}, {}, 'ok'],
    ['they are off for all', { attachments: false }, {}, {}, 'not-allowed'],
    ['the team has them on all the same', { attachments: false }, { attachments: true }, {}, 'ok'],
    ['the team has them off', {}, { attachments: false }, {}, 'not-allowed'],
    ['this session has them', {}, { attachments: false }, { attachments: true }, 'ok'],
    ['this session has none', {}, {}, { attachments: false }, 'not-allowed'],
  ])('when %s: both sides are told the same', async (_, system, team, session, code) => {
    const test = createTestBackend();
    await test.agent.saveSystemSettings(system);
    await test.agent.saveTeamSettings(testTeam, team);
    const here = await open(session, test);
    const begun = await here.tus.create({ forMessage: true, length: 20 });
    expect(begun.ok ? 'ok' : await codeOf(begun)).toBe(code);
    expect(await readCode(here.bring(pdfBytes(20)))).toBe(code);
    expect(await readCode(here.send({ text: 'Words go all the same.' }))).toBe('ok');
  });

  it('stop with the setting, also what is half way and what waits to be sent; what was sent can be had', async () => {
    const message = await desk.sent({ attachments: [await desk.attach()] });
    const waiting = await desk.attach();
    const { uploadId } = await desk.brought(pdfBytes(20));
    const half = await desk.begin();
    await desk.agent.saveSystemSettings({ attachments: false });
    expect(await codeOf(await desk.tus.patch(half, 0, pdfBytes(20)))).toBe('not-allowed');
    expect(await readCode(desk.send({ attachments: [waiting] }))).toBe('not-allowed');
    expect(await readCode(desk.sendAsAgent([uploadId]))).toBe('not-allowed');
    expect((await desk.tus.end(half)).status).toBe(204);
    const params = { fileId: message.attachments[0]?.id ?? '' };
    expect((await desk.customer(getFile, { params })).status).toBe(200);
  });

  it('of the customer stop with the chat', async () => {
    const here = await open({ chat: false });
    expect(await codeOf(await here.tus.create({ forMessage: true, length: 20 }))).toBe('not-allowed');
  });

  it.each(['full', 'limited'] as const)(
    'stop when the session ends, with %s access; what was sent can be had',
    async (level) => {
      const here = await open({ endAccess: { level } });
      const message = await here.sent({ attachments: [await here.attach()] }, 'key-of-the-last');
      const waiting = await here.attach();
      await here.asAgent(endSession, { params: { sessionId: here.sessionId } });
      expect(await codeOf(await here.tus.create({ forMessage: true, length: 20 }))).toBe('session-ended');
      expect(await readCode(here.send({ attachments: [waiting] }))).toBe('session-ended');
      expect(await readCode(here.bring(pdfBytes(20)))).toBe('session-ended');
      const params = { fileId: message.attachments[0]?.id ?? '' };
      expect((await here.customer(getFile, { params })).status).toBe(200);
      expect(await readCode(here.customer(createFileTicket, { params }))).toBe('ok');
    },
  );

  it('are none in what was stored before there were any', async () => {
    const { attachments, ...record } = await desk.load();
    expect(attachments).toBeUndefined();
    await desk.sent({ text: 'Words' });
    const [entry] = await desk.deps.store.readLog(record.id, record.head.seq, 1);
    expect(entry?.fact).not.toHaveProperty('attachments');
    expect((await desk.list())[0]?.attachments).toEqual([]);
    expect(await findDisorder(desk.deps, [desk.sessionId])).toEqual([]);
  });
});
