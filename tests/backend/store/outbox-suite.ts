/** What every adapter of the storage port must do for those who look into the outbox; `describeStore` holds it against all of them. */
import { beforeEach, describe, expect, test } from 'vitest';

import { agentIdSchema, teamIdSchema } from '#contract/ids.ts';
import type { MessageQuery } from '#backend/messages/message-query.ts';
import type { OutboxMessage } from '#backend/messages/outbox-message.ts';
import type { Store } from '#backend/store/store.ts';
import { agent, buildCommit, buildMessage, buildRecord, otherSessionId } from '#tests/backend/store/build-record.ts';
import type { StoreHands } from '#tests/backend/store/store-hands.ts';

const elsewhere = { agent: agentIdSchema.parse('agent-9'), team: teamIdSchema.parse('team-9') };

export function describeOutbox(name: string, open: () => Promise<StoreHands>): void {
  let store: Store;
  let other: Store;

  const at = (createdAt: number, changes: Partial<OutboxMessage> = {}): OutboxMessage => ({
    ...buildMessage(`written at ${createdAt}`),
    createdAt,
    ...changes,
  });
  const list = async (query: Partial<MessageQuery> = {}, by = other): Promise<string[]> =>
    (await by.listMessages({ within: null, limit: 10, ...query })).map(({ id }) => id);

  describe(`The list of messages of the store (${name})`, () => {
    beforeEach(async () => {
      ({ store, other } = await open());
      await store.commitSession(buildCommit(1, { outbox: [at(2_000), at(3_000, { channel: 'sms' })] }));
      const record = buildRecord({
        id: otherSessionId,
        team: elsewhere.team,
        agent: { id: elsewhere.agent, name: 'Far Away' },
      });
      const outbox = [at(1_000, { sessionId: otherSessionId }), at(4_000, { sessionId: otherSessionId })];
      await store.commitSession(buildCommit(1, { record, entries: [], outbox }));
    });

    test('begins with the newest, and goes on where a page ended', async () => {
      expect(await list()).toEqual(['written at 4000', 'written at 3000', 'written at 2000', 'written at 1000']);
      expect(await list({ limit: 2 })).toEqual(['written at 4000', 'written at 3000']);
      const after = { createdAt: 3_000, id: 'written at 3000' };
      expect(await list({ after })).toEqual(['written at 2000', 'written at 1000']);
    });

    test('orders by their ids what was written at once', async () => {
      const outbox = ['b', 'c', 'a'].map((id) => at(9_000, { id }));
      await store.commitSession(buildCommit(2, { outbox }));
      expect(await list({ limit: 3 })).toEqual(['c', 'b', 'a']);
      expect(await list({ limit: 1, after: { createdAt: 9_000, id: 'c' } })).toEqual(['b']);
    });

    test('has what belongs to sessions of one agent, or of some teams', async () => {
      expect(await list({ within: { agent, teams: [] } })).toEqual(['written at 3000', 'written at 2000']);
      expect(await list({ within: { agent: agentIdSchema.parse('nobody'), teams: [] } })).toEqual([]);
      const within = { agent: agentIdSchema.parse('nobody'), teams: [elsewhere.team] };
      expect(await list({ within })).toEqual(['written at 4000', 'written at 1000']);
      expect(await list({ within: { agent, teams: [elsewhere.team] } })).toHaveLength(4);
    });

    test('has what is in a state, over a channel, of a session', async () => {
      await store.claimMessages({ now: 1_000, lease: 60_000, limit: 1 });
      await store.settleMessage('written at 1000', 1, { state: 'dead', at: 1_500, reason: 'why' });
      expect(await list({ state: 'dead' })).toEqual(['written at 1000']);
      expect(await list({ state: 'waiting', session: otherSessionId })).toEqual(['written at 4000']);
      expect(await list({ channel: 'sms' })).toEqual(['written at 3000']);
      expect(await list({ channel: 'email', within: { agent, teams: [] } })).toEqual(['written at 2000']);
    });

    test('gives each with what it says and how far it got, whatever is in its texts', async () => {
      const odd = { ...at(9_000), recipientName: 'Zażółć \u0000 \ud83d ","channel":"sms","createdAt":1' };
      await store.commitSession(buildCommit(2, { outbox: [odd] }));
      const delivery = { state: 'waiting', tries: 0, nextTryAt: 9_000, reason: null };
      const [newest] = await other.listMessages({ within: null, channel: 'email', limit: 1 });
      expect(newest).toEqual({ ...odd, delivery });
    });
  });

  describe(`A message taken in hand (${name})`, () => {
    beforeEach(async () => {
      ({ store, other } = await open());
      await store.commitSession(buildCommit(1, { outbox: [buildMessage('m')] }));
    });
    const cancel = (by: Store) =>
      by.changeMessage('m', (message) => ({
        ...message,
        delivery: { state: 'cancelled', tries: message.delivery.tries, at: 5_000, reason: null },
      }));

    test('is changed for everybody, and due no more when it is cancelled', async () => {
      await expect(cancel(store)).resolves.toMatchObject({ id: 'm', delivery: { state: 'cancelled', at: 5_000 } });
      expect(await list({ state: 'cancelled' })).toEqual(['m']);
      await expect(other.claimMessages({ now: 9_000, lease: 60_000, limit: 1 })).resolves.toEqual([]);
    });

    test('is due when it is decided so', async () => {
      await cancel(store);
      await other.changeMessage('m', (message) => ({
        ...message,
        delivery: { state: 'waiting', tries: 0, nextTryAt: 7_000, reason: null },
      }));
      await expect(store.claimMessages({ now: 6_999, lease: 60_000, limit: 1 })).resolves.toEqual([]);
      await expect(store.claimMessages({ now: 7_000, lease: 60_000, limit: 1 })).resolves.toHaveLength(1);
    });

    test('stays as it is when nothing is decided, or when deciding fails', async () => {
      const before = await store.listOutbox();
      await expect(store.changeMessage('m', () => null)).resolves.toEqual(before[0]);
      const refuse = () => {
        throw new Error('not today');
      };
      await expect(store.changeMessage('m', refuse)).rejects.toThrow('not today');
      await expect(store.changeMessage('nobody', refuse)).resolves.toBeUndefined();
      await expect(other.listOutbox()).resolves.toEqual(before);
    });

    test('is sent or cancelled, never both, when both are wanted at once', async () => {
      const cancelIfFree = store.changeMessage('m', (message) => {
        const { delivery } = message;
        if (delivery.state !== 'waiting' || delivery.isLeased) return null;
        return { ...message, delivery: { state: 'cancelled', tries: 0, at: 5_000, reason: null } };
      });
      const [claimed, after] = await Promise.all([
        other.claimMessages({ now: 5_000, lease: 60_000, limit: 1 }),
        cancelIfFree,
      ]);
      expect([claimed.length, after?.delivery.state]).toEqual(claimed.length === 1 ? [1, 'waiting'] : [0, 'cancelled']);
    });
  });
}
