import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createReadiness } from '#hosts/node/readiness.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What the host stands on, as bad as it is told to be. */
function createStorage() {
  const storage = { isBroken: false, isStuck: Promise.resolve(), probes: 0 };
  const probe = async () => {
    storage.probes += 1;
    await storage.isStuck;
    if (storage.isBroken) throw new Error('disk full');
  };
  return { storage, isReady: createReadiness(probe) };
}

describe('The host is ready', () => {
  it('while it can write, not while it cannot, and again as soon as it can', async () => {
    const { storage, isReady } = createStorage();
    await expect(isReady()).resolves.toBe(true);
    storage.isBroken = true;
    vi.advanceTimersByTime(1_001);
    await expect(isReady()).resolves.toBe(false);
    storage.isBroken = false;
    vi.advanceTimersByTime(1_001);
    await expect(isReady()).resolves.toBe(true);
  });

  it('or not, by one try a second, however many ask', async () => {
    const { storage, isReady } = createStorage();
    await Promise.all(Array.from({ length: 50 }, isReady));
    await isReady();
    expect(storage.probes).toBe(1);
    vi.advanceTimersByTime(1_001);
    await isReady();
    expect(storage.probes).toBe(2);
  });

  it('only when it can write in time; whoever asks meanwhile waits for the same try', async () => {
    const { storage, isReady } = createStorage();
    const slow = Promise.withResolvers<void>();
    storage.isStuck = slow.promise;
    const asked = Promise.all([isReady(), isReady()]);
    await vi.advanceTimersByTimeAsync(2_001);
    await expect(asked).resolves.toEqual([false, false]);
    expect(storage.probes).toBe(1);
    slow.resolve();
    await vi.advanceTimersByTimeAsync(1_001);
    await expect(isReady()).resolves.toBe(true);
  });
});
