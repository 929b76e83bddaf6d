import { describe, expect, test, vi } from 'vitest';

import { limits } from '#contract/limits.ts';
import { AppError } from '#backend/app-error.ts';
import { buildItem, codeOf, pdfBytes, startDocumentRequest } from '#tests/backend/uploads/tus-customer.ts';

const MiB = 1_048_576;
const jpegBytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...new Array<number>(500).fill(7)]);

describe('A file is sent in parts', () => {
  test('and what was sent comes back byte for byte', async () => {
    const { customer } = await startDocumentRequest();
    const bytes = pdfBytes(2 * MiB + 12_345);
    const last = await customer.upload(bytes, { name: 'Überweisung 2026.pdf' });
    expect(last.status).toBe(204);
    expect(last.headers.get('upload-offset')).toBe(String(bytes.byteLength));

    const [item] = (await customer.content()).items;
    expect(item?.files).toMatchObject([
      { name: 'Überweisung 2026.pdf', type: 'application/pdf', size: bytes.byteLength },
    ]);
    expect(item?.unfinished).toEqual([]);
    expect(await customer.download(item?.files[0]?.id ?? '')).toEqual(bytes);
  });

  test('and nothing of the parts is left behind', async () => {
    const { customer, deps } = await startDocumentRequest();
    await customer.upload(pdfBytes(MiB + 1));
    expect(await deps.blobs.list('upload/')).toEqual([]);
    expect(await deps.blobs.list('file/')).toHaveLength(1);
  });

  test('and goes on where it stopped', async () => {
    const { customer } = await startDocumentRequest();
    const bytes = pdfBytes(2 * MiB);
    const location = await customer.begin({ length: bytes.byteLength });
    await customer.patch(location, 0, bytes.slice(0, MiB));

    const head = await customer.head(location);
    expect(head.status).toBe(200);
    expect(head.headers.get('upload-offset')).toBe(String(MiB));
    expect(head.headers.get('upload-length')).toBe(String(bytes.byteLength));
    expect(head.headers.get('cache-control')).toBe('no-store');
    expect((await customer.content()).items[0]?.unfinished).toMatchObject([{ name: 'scan.pdf', offset: MiB }]);

    await customer.sendAll(location, bytes, MiB);
    expect(await customer.download((await customer.content()).items[0]?.files[0]?.id ?? '')).toEqual(bytes);
  });

  test('and a part repeated after a lost answer is refused, so that the client asks where it is', async () => {
    const { customer } = await startDocumentRequest();
    const bytes = pdfBytes(MiB + 10);
    const location = await customer.begin({ length: bytes.byteLength });
    await customer.patch(location, 0, bytes.slice(0, MiB));
    expect(await codeOf(await customer.patch(location, 0, bytes.slice(0, MiB)))).toBe('upload-conflict');
    await customer.patch(location, MiB, bytes.slice(MiB));
    expect(await codeOf(await customer.patch(location, MiB, bytes.slice(MiB)))).toBe('upload-conflict');
    expect((await customer.head(location)).headers.get('upload-offset')).toBe(String(bytes.byteLength));
    expect((await customer.content()).items[0]?.files).toHaveLength(1);
  });

  test('and is whole although, for each part, nobody knew whether it was kept', async () => {
    const { customer, deps } = await startDocumentRequest();
    const bytes = pdfBytes(MiB + 10);
    const location = await customer.begin({ length: bytes.byteLength });
    const commit = deps.store.commitSession;
    vi.spyOn(deps.store, 'commitSession').mockImplementation(async (change) => {
      await commit(change);
      throw new AppError('service-unavailable');
    });
    for (const [from, to] of [
      [0, MiB],
      [MiB, bytes.byteLength],
    ] as const) {
      expect(await codeOf(await customer.patch(location, from, bytes.slice(from, to)))).toBe('service-unavailable');
      expect((await customer.head(location)).headers.get('upload-offset')).toBe(String(to));
    }
    const [file] = (await customer.content()).items[0]?.files ?? [];
    expect(await customer.download(file?.id ?? '')).toEqual(bytes);
  });

  test('and two connections that send the same place at once cannot mix their bytes', async () => {
    const { customer } = await startDocumentRequest();
    const last = pdfBytes(2 * MiB).slice(MiB);
    const contenders = [pdfBytes(MiB), pdfBytes(MiB).with(500, 0), pdfBytes(MiB).with(600, 0)];
    const location = await customer.begin({ length: 2 * MiB });
    const answers = await Promise.all(contenders.map((bytes) => customer.patch(location, 0, bytes)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409, 409]);
    const winner = contenders[answers.findIndex(({ status }) => status === 204)] ?? [];

    const lasts = await Promise.all([customer.patch(location, MiB, last), customer.patch(location, MiB, last)]);
    expect(lasts.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 409]);
    const [file, ...others] = (await customer.content()).items[0]?.files ?? [];
    expect(others).toEqual([]);
    expect(await customer.download(file?.id ?? '')).toEqual(Uint8Array.from([...winner, ...last]));
  });

  test('and the loser of a race leaves no bytes behind', async () => {
    const { customer, deps } = await startDocumentRequest();
    const bytes = pdfBytes(100);
    const location = await customer.begin({ length: 100 });
    await Promise.all([customer.patch(location, 0, bytes), customer.patch(location, 0, bytes)]);
    expect(await deps.blobs.list('')).toHaveLength(1);
  });

  test('and files sent at once keep the order in which they were chosen', async () => {
    const { customer } = await startDocumentRequest();
    const first = await customer.begin({ length: 50, name: 'page 1.pdf' });
    const second = await customer.begin({ length: 60, name: 'page 2.pdf' });
    await customer.patch(second, 0, pdfBytes(60));
    await customer.patch(first, 0, pdfBytes(50));
    expect((await customer.content()).items[0]?.files.map(({ name }) => name)).toEqual(['page 1.pdf', 'page 2.pdf']);
  });
});

describe('Beginning an upload', () => {
  test('twice with the same key gives the same upload', async () => {
    const { customer } = await startDocumentRequest();
    const creation = { key: 'the-same-key', length: 10 };
    expect(await customer.begin(creation)).toBe(await customer.begin(creation));
    expect((await customer.content()).items[0]?.unfinished).toHaveLength(1);
    expect(await codeOf(await customer.create({ ...creation, length: 11 }))).toBe('key-reused');
  });

  test('marks the task as started, once', async () => {
    const { customer, deps, sessionId } = await startDocumentRequest();
    await customer.begin({ length: 10 });
    await customer.begin({ length: 10 });
    const log = await deps.store.readLog(sessionId, 0, 100);
    expect(log.filter(({ fact }) => fact.kind === 'interaction-started')).toHaveLength(1);
    expect((await deps.store.loadSession(sessionId))?.interactions[0]?.status).toBe('in-progress');
  });

  test('holds a place, and ending it gives the place back', async () => {
    const { customer } = await startDocumentRequest([buildItem({ id: 'passport', maxFiles: 1 })]);
    const location = await customer.begin({ length: 10 });
    expect(await codeOf(await customer.create({ length: 10 }))).toBe('too-many-files');
    expect((await customer.end(location)).status).toBe(204);
    expect((await customer.end(location)).status).toBe(404);
    expect((await customer.upload(pdfBytes(30))).status).toBe(204);
    expect(await codeOf(await customer.create({ length: 10 }))).toBe('too-many-files');
  });

  test.for([
    ['a file larger than the item takes', { length: 5_000_001 }, 'file-too-large'],
    ['an empty file', { length: 0 }, 'invalid-input'],
    ['a length that is no number', { length: '1e3' }, 'invalid-input'],
    ['an item nobody asked for', { length: 10, item: 'bribe' }, 'not-found'],
    ['an item that is no name', { length: 10, item: 'a b' }, 'invalid-input'],
    ['a task of somebody else', { length: 10, interactionId: 'another' }, 'not-found'],
    ['no name', { length: 10, name: ' ' }, 'invalid-input'],
    ['a name without end', { length: 10, name: 'x'.repeat(300) }, 'invalid-input'],
    ['a key too short', { length: 10, key: 'short' }, 'invalid-input'],
  ] as const)('is refused for %s', async ([, creation, code]) => {
    const { customer } = await startDocumentRequest();
    expect(await codeOf(await customer.create(creation))).toBe(code);
  });

  test.for([
    ['not base64', 'interactionId ???,itemId ???'],
    ['missing', ''],
    ['twice the same key', 'itemId YQ==,itemId YQ=='],
    ['endless', `itemId ${'A'.repeat(8_000)}`],
    ['not UTF-8', 'itemId /////w=='],
  ])('is refused when what it says about the file is %s', async ([, metadata]) => {
    const { customer } = await startDocumentRequest();
    const response = await customer.tus('POST', '/api/uploads', {
      'idempotency-key': 'a-fine-key',
      'upload-length': '10',
      'upload-metadata': metadata ?? '',
    });
    expect(response.status).toBe(422);
  });
});

describe('A part is refused', () => {
  const begun = async () => {
    const world = await startDocumentRequest();
    return { ...world, location: await world.customer.begin({ length: 3 * MiB }) };
  };

  test('when it is larger than a part may be', async () => {
    const { customer, location } = await begun();
    expect(await codeOf(await customer.patch(location, 0, pdfBytes(limits.uploadChunkBytes + 1)))).toBe(
      'body-too-large',
    );
  });

  test('when it goes beyond what was announced', async () => {
    const { customer } = await begun();
    const location = await customer.begin({ length: 10 });
    expect(await codeOf(await customer.patch(location, 0, pdfBytes(11)))).toBe('upload-conflict');
    expect((await customer.head(location)).headers.get('upload-offset')).toBe('0');
  });

  test('when it is not sent as a part', async () => {
    const { customer, location } = await begun();
    const headers = { 'upload-offset': '0', 'content-type': 'application/pdf' };
    expect(await codeOf(await customer.tus('PATCH', location, headers, pdfBytes(5)))).toBe('unsupported-media-type');
  });

  test.for([['-1'], ['one'], [''], ['99999999999999999999']])('when its place is %j', async ([place]) => {
    const { customer, location } = await begun();
    const headers = { 'upload-offset': place ?? '', 'content-type': 'application/offset+octet-stream' };
    expect(await codeOf(await customer.tus('PATCH', location, headers, pdfBytes(5)))).toBe('invalid-input');
  });

  test('when it speaks another version of the protocol, and is told which one is spoken', async () => {
    const { customer, location } = await begun();
    for (const [method, path] of [
      ['POST', '/api/uploads'],
      ['HEAD', location],
      ['PATCH', location],
      ['DELETE', location],
    ] as const) {
      const response = await customer.send(method, path, { 'tus-resumable': '0.2.2' });
      expect(response.status).toBe(412);
      expect(response.headers.get('tus-version')).toBe('1.0.0');
    }
  });

  test('and every answer names the version', async () => {
    const { customer, location } = await begun();
    expect((await customer.head(location)).headers.get('tus-resumable')).toBe('1.0.0');
    expect((await customer.head('/api/uploads/nobody')).headers.get('tus-resumable')).toBe('1.0.0');
  });

  test('when the upload is somebody else’s, as if there were none', async () => {
    const world = await begun();
    const { customer: stranger } = await startDocumentRequest(undefined, world);
    expect((await stranger.head(world.location)).status).toBe(404);
    expect((await stranger.patch(world.location, 0, pdfBytes(5))).status).toBe(404);
    expect((await stranger.end(world.location)).status).toBe(404);
  });

  test('when the agent withdrew the task meanwhile', async () => {
    const { agent, customer, interactionId, location, sessionId } = await begun();
    await agent.withdraw(sessionId, interactionId, 'Not needed any more');
    expect(await codeOf(await customer.patch(location, 0, pdfBytes(5)))).toBe('not-actionable');
    expect((await customer.head(location)).status).toBe(410);
    expect(await codeOf(await customer.create({ length: 10 }))).toBe('not-actionable');
  });
});

describe('The type is decided by the bytes', () => {
  test('so a text called .pdf is refused at its end and the item stays as it was', async () => {
    const { customer, deps } = await startDocumentRequest();
    await customer.upload(pdfBytes(40), { name: 'good.pdf' });
    const text = new TextEncoder().encode('This is no PDF at all.');
    const location = await customer.begin({ length: text.byteLength, name: 'statement.pdf' });
    expect(await codeOf(await customer.patch(location, 0, text))).toBe('file-type-not-accepted');
    expect((await customer.head(location)).status).toBe(404);
    const [item] = (await customer.content()).items;
    expect(item?.files.map(({ name }) => name)).toEqual(['good.pdf']);
    expect(item?.unfinished).toEqual([]);
    expect(await deps.blobs.list('')).toHaveLength(1);
  });

  test('so a photo called .pdf is a photo', async () => {
    const { customer } = await startDocumentRequest();
    await customer.upload(jpegBytes, { name: 'photo.pdf' });
    expect((await customer.content()).items[0]?.files[0]?.type).toBe('image/jpeg');
  });

  test('so what another item would take is refused here', async () => {
    const { customer } = await startDocumentRequest([buildItem({ id: 'passport', accept: ['application/pdf'] })]);
    expect(await codeOf(await customer.upload(jpegBytes))).toBe('file-type-not-accepted');
  });
});
