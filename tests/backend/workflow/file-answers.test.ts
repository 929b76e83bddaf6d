import { describe, expect, it } from 'vitest';

import { getAgentFile, readSessionResults } from '#contract/endpoints/agent.ts';
import { getFile } from '#contract/endpoints/interaction.ts';
import { getSession } from '#contract/endpoints/entry.ts';
import { getWorkflow, removeAnswerFile, saveWorkflowDraft, submitAnswers } from '#contract/endpoints/workflow.ts';
import { limits } from '#contract/limits.ts';
import type { NewWorkflow } from '#contract/new-workflow.ts';
import { sha256Hex } from '#backend/session/hash.ts';
import { createMemoryBlobs } from '#backend/store/memory-blobs.ts';
import { createSweeper } from '#backend/store/sweep-abandoned.ts';
import { codeOf, createTusCustomer, pdfBytes } from '#tests/backend/uploads/tus-customer.ts';
import { createTestBackend } from '#tests/support/create-test-backend.ts';
import { findDisorder, listUnnamedBlobs } from '#tests/support/find-disorder.ts';
import { readCode, readProblem, startTestSession } from '#tests/support/start-session.ts';
import { fileField, formOf, isYes, yesNoField } from '#tests/support/workflow-samples.ts';

/** The licence is always asked for; the damage only of those who had an accident. */
const carPapers: NewWorkflow = {
  steps: [
    formOf(
      'car',
      [
        fileField('licence', { minFiles: 2, maxFiles: 3, maxBytes: 1_000 }),
        fileField('extra', { required: false }),
        yesNoField('accident'),
      ],
      { branches: [{ when: isYes('accident'), to: 'damage' }] },
    ),
    formOf('damage', [fileField('photos', { accept: ['image/jpeg'] })]),
  ],
};

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]);

async function startCar(definition = carPapers, world = createTestBackend()) {
  const session = await startTestSession({ interactions: [{ kind: 'workflow', title: 'Car', definition }] }, world);
  const [id] = session.interactions;
  if (id === undefined) throw new Error('Failed to start: no questions.');
  const params = { interactionId: id };
  const tus = createTusCustomer(session, session.token, id);
  const load = async () => getWorkflow.output.parse(await (await session.customer(getWorkflow, { params })).json());
  const idsOf = async (field: string) => {
    const { added } = await load();
    return added.find((one) => one.field === field)?.files.map((file) => file.id) ?? [];
  };
  const add = async (field: string, name: string, bytes = pdfBytes(40)) => {
    const response = await tus.upload(bytes, { item: field, name });
    if (!response.ok) throw new Error(await response.text());
  };
  return {
    ...session,
    id,
    params,
    tus,
    load,
    idsOf,
    add,
    addLicence: async () => {
      await add('licence', 'front.pdf');
      await add('licence', 'back.pdf', pdfBytes(50));
    },
    submit: async (answers: Record<string, unknown>) =>
      session.customer(submitAnswers, { params, input: { revision: (await load()).revision, answers } }),
    remove: (fileId: string | undefined) =>
      session.customer(removeAnswerFile, { params: { ...params, fileId: fileId ?? '' } }),
  };
}
type Car = Awaited<ReturnType<typeof startCar>>;

const readStored = async ({ deps, sessionId }: Car) => {
  const [stored] = (await deps.store.loadSession(sessionId))?.interactions ?? [];
  if (stored?.kind !== 'workflow') throw new Error('Failed to find the questions.');
  return stored;
};
const expectInOrder = async ({ deps, sessionId }: Car) => {
  expect(await findDisorder(deps, [sessionId])).toEqual([]);
  expect(await listUnnamedBlobs(deps, [sessionId])).toEqual([]);
};

describe('Files that answer a question', () => {
  it('reach the business with the answers, and the log proves them', async () => {
    const car = await startCar();
    await car.addLicence();
    const licence = await car.idsOf('licence');
    expect(await readCode(car.submit({ licence, accident: false }))).toBe('ok');

    const response = await car.asAgent(readSessionResults, { params: { sessionId: car.sessionId } });
    const [result] = readSessionResults.output.parse(await response.json()).interactions;
    expect(result).toMatchObject({ answers: { licence, accident: false } });
    expect(result?.files.map(({ id, name }) => [id, name])).toEqual([
      [licence[0], 'front.pdf'],
      [licence[1], 'back.pdf'],
    ]);
    const file = { sessionId: car.sessionId, fileId: licence[1] ?? '' };
    const bytes = await (await car.asAgent(getAgentFile, { params: file })).arrayBuffer();
    expect(new Uint8Array(bytes)).toEqual(pdfBytes(50));

    const log = await car.deps.store.readLog(car.sessionId, 0, 100);
    const answers = await sha256Hex(JSON.stringify({ accident: false, licence }));
    const hashes = [answers, ...(result?.files.map(({ sha256 }) => sha256) ?? [])];
    expect(log.map(({ fact }) => fact)).toContainEqual({ kind: 'interaction-completed', interaction: car.id, hashes });
  });

  it('stay for the customer to look at, also when the session is over', async () => {
    const car = await startCar();
    await car.addLicence();
    const [fileId = ''] = await car.idsOf('licence');
    await car.submit({ licence: await car.idsOf('licence'), accident: false });
    await car.agent.endSession(car.sessionId);
    const session = getSession.output.parse(await (await car.customer(getSession)).json());
    expect(session.access).toBe('limited');
    expect(session.interactions[0]?.files.map(({ name }) => name)).toEqual(['front.pdf', 'back.pdf']);
    expect(await readCode(car.customer(getFile, { params: { fileId } }))).toBe('ok');
    expect(await codeOf(await car.remove(fileId))).toBe('session-ended');
    expect(await codeOf(await car.tus.create({ item: 'extra', length: 10 }))).toBe('session-ended');
  });

  it('are not seen by the business before they are handed in', async () => {
    const car = await startCar();
    await car.addLicence();
    const [fileId = ''] = await car.idsOf('licence');
    const params = { sessionId: car.sessionId, fileId };
    expect(await readCode(car.asAgent(getAgentFile, { params }))).toBe('not-found');
    const log = await car.deps.store.readLog(car.sessionId, 0, 100);
    expect(log.filter(({ fact }) => fact.kind === 'interaction-started')).toHaveLength(1);
  });

  it('are what was added, whatever a draft says of them', async () => {
    const car = await startCar();
    await car.addLicence();
    const content = { answers: { licence: ['made-up'], accident: true }, step: 'car' };
    const input = { writer: 'tab-of-maya', revision: 0, takeOver: false, content };
    expect(await readCode(car.customer(saveWorkflowDraft, { params: car.params, input }))).toBe('ok');
    const { draft, added } = await car.load();
    expect(draft?.content.answers).toEqual({ accident: true });
    expect(added.map(({ field, files }) => [field, files.length])).toEqual([
      ['licence', 2],
      ['extra', 0],
      ['photos', 0],
    ]);
  });
});

describe('An answer that names files', () => {
  const sources: Readonly<Record<string, (car: Car) => Promise<readonly string[]>>> = {
    'those of another customer': async ({ backend, ...car }) => {
      const other = await startCar(carPapers, { ...car, backend });
      await other.addLicence();
      return other.idsOf('licence');
    },
    'those of another question': async ({ add, idsOf }) => {
      await add('extra', 'one.pdf');
      await add('extra', 'two.pdf');
      return idsOf('extra');
    },
    'one that is still on its way': async ({ tus, idsOf }) => {
      const location = await tus.begin({ item: 'licence', length: 100 });
      await tus.patch(location, 0, pdfBytes(10));
      return [...(await idsOf('licence')), location.split('/').at(-1) ?? ''];
    },
    'one that was taken off': async ({ idsOf, remove, add }) => {
      const before = await idsOf('licence');
      await remove(before[0]);
      await add('licence', 'again.pdf');
      return before;
    },
    'one that nobody knows': async ({ idsOf }) => [...(await idsOf('licence')), 'unknown'],
  };

  it.each(Object.keys(sources))('is refused where it names %s', async (source) => {
    const car = await startCar();
    await car.addLicence();
    const licence = (await sources[source]?.(car)) ?? [];
    const problem = await readProblem(await car.submit({ licence, accident: false }));
    expect(problem).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'answers.licence', message: 'not-files' }],
    });
    expect(await readStored(car)).toMatchObject({ status: 'in-progress', answers: null, files: [] });
  });

  it('is refused where there are too few, and where one is named twice', async () => {
    const car = await startCar();
    expect((await readProblem(await car.submit({ accident: false }))).fields).toEqual([
      { path: 'answers.licence', message: 'required' },
    ]);
    await car.add('licence', 'front.pdf');
    const [front] = await car.idsOf('licence');
    for (const [licence, message] of [
      [[front], 'too-few'],
      [[front, front], 'not-files'],
    ]) {
      const { fields } = await readProblem(await car.submit({ licence, accident: false }));
      expect(fields).toEqual([{ path: 'answers.licence', message }]);
    }
  });

  it('is refused where the customer has not seen them all', async () => {
    const car = await startCar();
    await car.addLicence();
    const licence = await car.idsOf('licence');
    await car.add('extra', 'from-another-tab.pdf');
    expect(await readCode(car.submit({ licence, accident: false }))).toBe('interaction-changed');
    const extra = await car.idsOf('extra');
    expect(await readCode(car.submit({ licence: licence.toReversed(), extra, accident: false }))).toBe(
      'interaction-changed',
    );
    expect(await readCode(car.submit({ licence, extra, accident: false }))).toBe('ok');
  });
});

describe('A file for a question', () => {
  it('is one of those that the question takes, and no more than it takes', async () => {
    const { tus, addLicence, add, load } = await startCar();
    expect(await codeOf(await tus.upload(pdfBytes(40), { item: 'photos' }))).toBe('file-type-not-accepted');
    expect(await codeOf(await tus.create({ item: 'licence', length: 1_001 }))).toBe('file-too-large');
    await addLicence();
    await add('licence', 'third.pdf');
    expect(await codeOf(await tus.create({ item: 'licence', length: 10 }))).toBe('too-many-files');
    expect(await codeOf(await tus.create({ item: 'accident', length: 10 }))).toBe('not-found');
    expect((await load()).added.map(({ files }) => files.length)).toEqual([3, 0, 0]);
  });

  it('counts among what the session may hold', async () => {
    const field = fileField('all', { maxFiles: limits.filesPerItem, maxBytes: limits.fileBytes });
    const { tus, add } = await startCar({ steps: [formOf('only', [field])] });
    await add('all', 'small.pdf', pdfBytes(40));
    const fullAt = Math.floor(limits.uploadBytesPerSession / limits.fileBytes);
    for (let at = 0; at < fullAt; at += 1) await tus.begin({ item: 'all', length: limits.fileBytes });
    const left = limits.uploadBytesPerSession - fullAt * limits.fileBytes - 40;
    expect(await codeOf(await tus.create({ item: 'all', length: left + 1 }))).toBe('session-full');
    expect((await tus.create({ item: 'all', length: left })).status).toBe(201);
  });

  it('is picked up half way, however often the host tidies meanwhile', async () => {
    const car = await startCar();
    const location = await car.tus.begin({ item: 'extra', name: 'scan.pdf', length: 100 });
    await car.tus.patch(location, 0, pdfBytes(100).slice(0, 30));
    const sweep = createSweeper(car.deps);
    expect([await sweep(), await sweep()]).toEqual([0, 0]);
    expect((await car.load()).added[1]?.unfinished).toMatchObject([{ name: 'scan.pdf', size: 100, offset: 30 }]);
    expect((await car.tus.patch(location, 30, pdfBytes(100).slice(30))).status).toBe(204);
    expect((await car.load()).added[1]).toMatchObject({ files: [{ name: 'scan.pdf', size: 100 }], unfinished: [] });
    await expectInOrder(car);
  });

  it('is gone with its bytes when it is taken off', async () => {
    const car = await startCar();
    await car.addLicence();
    const [front, back] = await car.idsOf('licence');
    expect((await car.remove(front)).status).toBe(200);
    expect(await car.idsOf('licence')).toEqual([back]);
    expect((await car.remove(front)).status).toBe(404);
    await expectInOrder(car);
  });

  it('is dropped with its bytes where the way no longer leads, half of one too', async () => {
    const car = await startCar();
    await car.addLicence();
    await car.add('photos', 'damage.jpg', jpeg);
    await car.tus.patch(await car.tus.begin({ item: 'photos', length: 100 }), 0, jpeg);
    const photos = await car.idsOf('photos');
    expect(await readCode(car.submit({ licence: await car.idsOf('licence'), photos, accident: false }))).toBe('ok');
    expect((await readStored(car)).files.map(({ name }) => name)).toEqual(['front.pdf', 'back.pdf']);
    expect((await car.load()).added.map(({ files }) => files.length)).toEqual([2, 0, 0]);
    expect(await car.deps.blobs.list('upload/')).toEqual([]);
    await expectInOrder(car);
  });

  it('that comes while others are dropped is not dropped unseen', async () => {
    const blobs = createMemoryBlobs();
    let meanwhile = async () => undefined;
    const put: typeof blobs.put = async (key, bytes) => {
      const next = meanwhile;
      meanwhile = async () => undefined;
      await next();
      await blobs.put(key, bytes);
    };
    const car = await startCar(carPapers, createTestBackend({ blobs: { ...blobs, put } }));
    await car.addLicence();
    await car.add('photos', 'one.jpg', jpeg);
    const licence = await car.idsOf('licence');
    meanwhile = async () => {
      await car.add('photos', 'another.jpg', jpeg);
    };
    expect(await readCode(car.submit({ licence, accident: false }))).toBe('interaction-changed');
    expect(await car.idsOf('photos')).toHaveLength(2);
    expect(await readCode(car.submit({ licence, accident: false }))).toBe('ok');
    await expectInOrder(car);
  });

  it('that is dropped stays as long as nothing is handed in', async () => {
    const car = await startCar();
    await car.add('photos', 'damage.jpg', jpeg);
    expect(await readCode(car.submit({ accident: false }))).toBe('invalid-input');
    expect(await car.idsOf('photos')).toHaveLength(1);
    await expectInOrder(car);
  });
});

describe('Questions that were returned', () => {
  it('have their files as they were; what is replaced stays until the next hand-over', async () => {
    const car = await startCar();
    await car.addLicence();
    const before = await car.idsOf('licence');
    await car.submit({ licence: before, accident: false });
    await car.agent.returnForCorrection(car.sessionId, car.id, 'The back is blurred.');
    expect(await car.idsOf('licence')).toEqual(before);

    await car.remove(before[1]);
    await car.add('licence', 'sharp.pdf', pdfBytes(60));
    const old = { sessionId: car.sessionId, fileId: before[1] ?? '' };
    expect(await readCode(car.asAgent(getAgentFile, { params: old }))).toBe('ok');
    expect(await readStored(car)).toMatchObject({ answers: { licence: before } });

    const licence = await car.idsOf('licence');
    expect(await readCode(car.submit({ licence, accident: false }))).toBe('ok');
    expect((await readStored(car)).files.map(({ name }) => name)).toEqual(['front.pdf', 'sharp.pdf']);
    expect(await listUnnamedBlobs(car.deps, [car.sessionId])).toEqual([]);
  });
});
