import { afterEach, describe, expect, it, vi } from 'vitest';

import type { SendResult } from '#backend/messages/deliver-due.ts';
import { type Courier, startCourier } from '#backend/messages/start-courier.ts';
import { createMemoryStore } from '#backend/store/memory-store.ts';
import type { Store } from '#backend/store/store.ts';
import { createTestBackend, type TestBackend } from '#tests/support/create-test-backend.ts';
import { startTestSession } from '#tests/support/start-session.ts';

const couriers: Courier[] = [];
afterEach(() => Promise.all(couriers.splice(0).map((courier) => courier.stop())));

function start(test: TestBackend, send: () => Promise<SendResult>, pause = 3_600_000) {
  const troubles: unknown[] = [];
  const courier = startCourier(
    {
      ...test.deps,
      transports: { email: send, sms: send },
      random: () => 0.5,
      onSettled: () => undefined,
      onTrouble: (error) => troubles.push(error),
    },
    { pause },
  );
  couriers.push(courier);
  return { ...courier, troubles };
}
const readStates = async ({ deps }: TestBackend) =>
  (await deps.store.listOutbox()).map(({ delivery }) => delivery.state);

describe('The courier', () => {
  it('delivers what waits when it starts, all of it', async () => {
    const test = createTestBackend();
    for (let count = 0; count < 20; count += 1) await startTestSession({}, test);
    start(test, () => Promise.resolve({ kind: 'sent' }));
    await expect.poll(() => readStates(test)).toEqual(Array.from({ length: 20 }, () => 'sent'));
  });

  it('delivers at once when it is told, also when that is while it works', async () => {
    const test = createTestBackend();
    const first = Promise.withResolvers<SendResult>();
    const send = vi.fn<() => Promise<SendResult>>(() => first.promise);
    const courier = start(test, send);
    await startTestSession({}, test);
    courier.nudge();
    await expect.poll(() => send.mock.calls.length).toBe(1);
    await startTestSession({}, test);
    courier.nudge();
    first.resolve({ kind: 'sent' });
    await expect.poll(() => readStates(test)).toEqual(['sent', 'sent']);
  });

  it('looks again before it rests when it was told while it looked and found nothing', async () => {
    const store = createMemoryStore();
    const looked = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const claimMessages: Store['claimMessages'] = async (claim) => {
      const claimed = await store.claimMessages(claim);
      looked.resolve();
      await goOn.promise;
      return claimed;
    };
    const test = createTestBackend({ store: { ...store, claimMessages } });
    const courier = start(test, () => Promise.resolve({ kind: 'sent' }));
    await looked.promise;
    await startTestSession({}, test);
    courier.nudge();
    goOn.resolve();
    await expect.poll(() => readStates(test)).toEqual(['sent']);
  });

  it('looks by itself as well', async () => {
    const test = createTestBackend();
    start(test, () => Promise.resolve({ kind: 'sent' }), 5);
    await startTestSession({}, test);
    await expect.poll(() => readStates(test)).toEqual(['sent']);
  });

  it('survives a store that fails for a while', async () => {
    const store = createTestBackend().deps.store;
    let isBroken = true;
    const claimMessages: typeof store.claimMessages = (claim) =>
      isBroken ? Promise.reject(new Error('disk full')) : store.claimMessages(claim);
    const test = createTestBackend({ store: { ...store, claimMessages } });
    await startTestSession({}, test);
    const { troubles } = start(test, () => Promise.resolve({ kind: 'sent' }), 5);
    await expect.poll(() => troubles.length).toBeGreaterThan(1);
    isBroken = false;
    await expect.poll(() => readStates(test)).toEqual(['sent']);
  });

  it('that is stopped finishes what it began, and begins nothing more', async () => {
    const test = createTestBackend();
    const answer = Promise.withResolvers<SendResult>();
    const send = vi.fn<() => Promise<SendResult>>(() => answer.promise);
    await startTestSession({}, test);
    const courier = start(test, send);
    await expect.poll(() => send.mock.calls.length).toBe(1);
    const stopped = courier.stop();
    await startTestSession({}, test);
    answer.resolve({ kind: 'sent' });
    await stopped;
    expect(await readStates(test)).toEqual(['sent', 'waiting']);
  });
});
