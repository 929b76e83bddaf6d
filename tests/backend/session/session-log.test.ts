import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { FileInfo } from '#contract/file.ts';
import { fileIdSchema, interactionIdSchema, messageIdSchema } from '#contract/ids.ts';
import { sendMessage } from '#contract/endpoints/message.ts';
import { emptyLogHead, isLogIntact, type LogEntry, sealFacts } from '#backend/session/session-log.ts';
import { buildDocumentRequest, buildPayment } from '#tests/support/sample-interactions.ts';
import { startTestSession } from '#tests/support/start-session.ts';

/** A session with a bit of everything in its log. */
async function startEventful() {
  const session = await startTestSession({ interactions: [buildDocumentRequest(), buildPayment()] });
  const [request] = session.interactions;
  if (!request) throw new Error('Failed to start with an interaction.');
  await session.agent.sendMessage(session.sessionId, 'Good morning');
  session.pass(1_000);
  await session.customer(sendMessage, { input: { text: 'Hello' } });
  await session.agent.withdraw(session.sessionId, request, 'Not needed');
  await session.agent.endSession(session.sessionId);
  const record = await session.deps.store.loadSession(session.sessionId);
  if (!record) throw new Error('Failed to load the session.');
  return { ...session, head: record.head, log: await session.deps.store.readLog(session.sessionId, 0, 100) };
}

const request = interactionIdSchema.parse('request');

/** Every way to change one value somewhere inside an entry. */
const tamperings: readonly { title: string; change: (entry: LogEntry) => LogEntry }[] = [
  { title: 'another number', change: (entry) => ({ ...entry, seq: entry.seq + 1 }) },
  { title: 'another time', change: (entry) => ({ ...entry, at: entry.at + 1 }) },
  { title: 'another person', change: (entry) => ({ ...entry, actor: { ...entry.actor, name: 'Mallory' } }) },
  { title: 'another side', change: (entry) => ({ ...entry, actor: { ...entry.actor, kind: 'system' } }) },
  {
    title: 'another fact',
    change: (entry) => ({ ...entry, fact: { kind: 'interaction-completed', interaction: request, hashes: [] } }),
  },
  { title: 'another chain', change: (entry) => ({ ...entry, previousHash: '1'.repeat(64) }) },
  { title: 'another seal', change: (entry) => ({ ...entry, hash: '1'.repeat(64) }) },
];

describe('The log of a session', () => {
  it('says who did what, and when, in the order it happened', async () => {
    const { log } = await startEventful();
    expect(log.map(({ seq, actor, fact }) => `${seq} ${actor.kind} ${actor.name}: ${fact.kind}`)).toEqual([
      '1 agent Ada Agent: session-started',
      '2 agent Ada Agent: interaction-added',
      '3 agent Ada Agent: interaction-added',
      '4 agent Ada Agent: message-sent',
      '5 customer Cleo Customer: message-sent',
      '6 agent Ada Agent: interaction-withdrawn',
      '7 agent Ada Agent: session-ended',
    ]);
    expect(log.map(({ at }) => at - (log[0]?.at ?? 0))).toEqual([0, 0, 0, 0, 1_000, 1_000, 1_000]);
  });

  it('is whole as it was written', async () => {
    const { log, head } = await startEventful();
    expect(await isLogIntact(log, head)).toBe(true);
    expect(await isLogIntact([], emptyLogHead)).toBe(true);
  });

  it.each(tamperings)('shows $title in any entry', async ({ change }) => {
    const { log, head } = await startEventful();
    for (const at of log.keys()) {
      const forged = log.map((entry, index) => (index === at ? change(entry) : entry));
      expect(await isLogIntact(forged, head)).toBe(false);
    }
  });

  it('shows a missing entry, wherever it is, the newest one too', async () => {
    const { log, head } = await startEventful();
    for (const at of log.keys()) expect(await isLogIntact(log.toSpliced(at, 1), head)).toBe(false);
    expect(await isLogIntact(log.slice(0, 3), head)).toBe(false);
  });

  it('shows two entries that changed places, and one that comes twice', async () => {
    const { log, head } = await startEventful();
    const [first, second, ...rest] = log;
    if (!first || !second) throw new Error('Failed to write a log.');
    expect(await isLogIntact([second, first, ...rest], head)).toBe(false);
    expect(await isLogIntact([first, first, second, ...rest], head)).toBe(false);
  });

  it('shows an ending that somebody wrote anew with the right seals', async () => {
    const { log, head } = await startEventful();
    const kept = log.slice(0, 5);
    const forged = await sealFacts(kept.at(-1) ?? emptyLogHead, head.seq, [
      { actor: { kind: 'agent', name: 'Mallory' }, fact: { kind: 'session-ended' } },
      { actor: { kind: 'agent', name: 'Mallory' }, fact: { kind: 'session-ended' } },
    ]);
    expect(await isLogIntact([...kept, ...forged], head)).toBe(false);
  });

  it('names a text in its seal exactly, whatever is in it', async () => {
    const actor = { kind: 'customer' as const, name: 'Cleo' };
    const seal = async (reason: string) =>
      (
        await sealFacts(emptyLogHead, 0, [
          { actor, fact: { kind: 'interaction-declined', interaction: request, reason } },
        ])
      )[0]?.hash;
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (one, other) => {
        expect((await seal(one)) === (await seal(other))).toBe(one === other);
      }),
      { seed: 21, numRuns: 30 },
    );
  });

  it('is the same whatever order a store gives the members of a file back in, and not with the files in another order', async () => {
    const files = ['terms.pdf', 'badge.png'].map((name, at) => ({
      id: fileIdSchema.parse(`file-${at}`),
      name,
      type: 'application/pdf',
      size: 20 + at,
      sha256: String(at).repeat(64),
    }));
    const message = messageIdSchema.parse('message');
    const sent = { kind: 'message-sent' as const, message, text: '', key: 'key', attachments: files };
    const log = await sealFacts(emptyLogHead, 0, [{ actor: { kind: 'agent', name: 'Ada' }, fact: sent }]);
    const head = log[0] ?? emptyLogHead;
    const isIntactWith = (attachments: FileInfo[]) =>
      isLogIntact(
        log.map((entry) => ({ ...entry, fact: { ...sent, attachments } })),
        head,
      );
    const turned = files.map(({ id, name, type, size, sha256 }) => ({ sha256, size, type, name, id }));
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(files));
    expect(await isIntactWith(turned)).toBe(true);
    expect(await isIntactWith(files.toReversed())).toBe(false);
    expect(await isIntactWith(files.map((file) => ({ ...file, name: 'other.pdf' })))).toBe(false);
  });

  it('has numbers without gaps when many write at once', async () => {
    const session = await startTestSession();
    await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        index % 2 === 0
          ? session.customer(sendMessage, { input: { text: `Message ${index}` } })
          : session.agent.sendMessage(session.sessionId, `Message ${index}`),
      ),
    );
    const record = await session.deps.store.loadSession(session.sessionId);
    const log = await session.deps.store.readLog(session.sessionId, 0, 100);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
    expect(await isLogIntact(log, record?.head ?? emptyLogHead)).toBe(true);
  });
});
