import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import { sendMessage } from '#contract/endpoints/message.ts';
import type { FileId, InteractionId, MessageId, SessionId } from '#contract/ids.ts';
import { createAgentClient } from '#backend/scenarios/agent-client.ts';
import { createCustomerClient } from '#backend/scenarios/customer-client.ts';
import { fileKey } from '#backend/session/files.ts';
import { isLogIntact } from '#backend/session/session-log.ts';
import { openDataFolder } from '#hosts/node/data-folder.ts';
import { makeTemporaryFolder } from '#tests/support/make-temporary-folder.ts';
import { buildEsign, buildPdf } from '#tests/support/sample-interactions.ts';
import { spawnNodeHost } from '#tests/support/spawn-node-host.ts';
import { operatorTeam, operatorToken } from '#tests/support/start-node-host.ts';

const folder = makeTemporaryFolder();
const dataFolder = join(folder.path, 'data');
const rounds = 3;
const sessionsAtOnce = 4;

afterAll(folder.remove);

/** What the host has said is done. */
type Acknowledged = {
  sessionId: SessionId;
  messages: MessageId[];
  agreements: { interactionId: InteractionId; document: FileId }[];
};

/** Writes without a pause, until nobody answers any more. */
async function work(origin: string, pdf: Uint8Array<ArrayBuffer>, acknowledged: Acknowledged[]): Promise<void> {
  const agent = createAgentClient((request) => fetch(request), origin, operatorToken);
  const { url, sessionId } = await agent.startSession({
    team: operatorTeam,
    customer: { name: 'Maya Thompson', email: 'maya.thompson@example.com', phone: null },
    channel: 'email',
    settings: {},
    interactions: [],
  });
  const done: Acknowledged = { sessionId, messages: [], agreements: [] };
  acknowledged.push(done);
  const customer = createCustomerClient((request) => fetch(request), url);
  for (;;) {
    done.messages.push((await customer.ask(sendMessage, {}, { text: `Message ${done.messages.length}` })).id);
    const document = await agent.addDocument(pdf);
    done.agreements.push({ interactionId: await agent.addInteraction(sessionId, buildEsign(document)), document });
  }
}

/** Lets many work, and kills the host in the middle of it. */
async function killInTheMiddle(acknowledged: Acknowledged[], writes: number): Promise<void> {
  const { origin, kill } = await spawnNodeHost({ dataFolder });
  const pdf = await buildPdf();
  const before = count(acknowledged);
  const working = Array.from({ length: sessionsAtOnce }, () => work(origin, pdf, acknowledged));
  const results = Promise.allSettled(working);
  await expect.poll(() => count(acknowledged) - before, { interval: 5, timeout: 15_000 }).toBeGreaterThan(writes);
  await kill();
  for (const { status } of await results) expect(status).toBe('rejected');
}

const count = (acknowledged: Acknowledged[]): number =>
  acknowledged.reduce((sum, { messages, agreements }) => sum + messages.length + agreements.length, 0);

describe('A host that is killed while many write', () => {
  it('has everything it said was done, whole, and a log without a gap', async () => {
    const acknowledged: Acknowledged[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      await killInTheMiddle(acknowledged, 10 + 17 * round);
      const { store, blobs, close } = await openDataFolder(dataFolder, { createId: () => crypto.randomUUID() });
      for (const { sessionId, messages, agreements } of acknowledged) {
        const record = await store.loadSession(sessionId);
        if (!record) throw new Error('A session is lost.');
        const log = await store.readLog(sessionId, 0, 10_000);
        expect(await isLogIntact(log, record.head)).toBe(true);

        const said = log.flatMap(({ fact }) => (fact.kind === 'message-sent' ? fact.message : []));
        expect(said).toEqual(expect.arrayContaining(messages));
        expect(said.length - messages.length).toBeLessThanOrEqual(1);
        for (const { interactionId, document } of agreements) {
          expect(record.interactions.map(({ id }) => id)).toContain(interactionId);
          expect((await blobs.get(fileKey(document)))?.byteLength).toBeGreaterThan(500);
        }
      }
      close();
    }
    expect(acknowledged).toHaveLength(rounds * sessionsAtOnce);
  });
});
