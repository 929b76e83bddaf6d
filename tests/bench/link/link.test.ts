import { X509Certificate } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createDownlink } from '#tests/bench/link/downlink.ts';
import { createCertificate } from '#tests/bench/link/self-signed-certificate.ts';

describe('The emulated link', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const segment = 1460;
  const roundTrip = 150;
  const fast = 1_000_000_000;

  /** Sends so many segments for each name at once; gives what has arrived so far, in order. */
  function send(bitsPerSecond: number, sent: Readonly<Record<string, number>>): string[] {
    const downlink = createDownlink({ bitsPerSecond, roundTrip });
    const arrived: string[] = [];
    for (const [name, segments] of Object.entries(sent)) {
      const sender = downlink.open({ receive: () => arrived.push(name), end: () => undefined });
      sender.write(Buffer.alloc(segments * segment), () => undefined);
    }
    return arrived;
  }

  it('lets ten segments through at first, and twice as many a round trip later', async () => {
    const arrived = send(fast, { page: 40 });
    await vi.advanceTimersByTimeAsync(roundTrip / 2 - 2);
    expect(arrived).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(4);
    expect(arrived).toHaveLength(10);
    await vi.advanceTimersByTimeAsync(roundTrip);
    expect(arrived).toHaveLength(30);
    await vi.advanceTimersByTimeAsync(roundTrip);
    expect(arrived).toHaveLength(40);
  });

  it('is shared by all connections in turns', async () => {
    const arrived = send(1_600_000, { bundle: 5, entry: 2 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(arrived).toEqual(['bundle', 'bundle', 'entry', 'bundle', 'entry', 'bundle', 'bundle']);
  });

  it('takes as long as its bits need, and loses nothing between them', async () => {
    const arrived = send(1_600_000, { bundle: 100 });
    // 1,520 bytes with what the network adds, so 7.6 ms each; slow start waits for the first and the eleventh to be acknowledged.
    const waiting = roundTrip + 7.6 - 10 * 7.6 + (roundTrip + 7.6 - 20 * 7.6);
    await vi.advanceTimersByTimeAsync(roundTrip / 2 + 100 * 7.6 + waiting - 4);
    expect(arrived).toHaveLength(99);
    await vi.advanceTimersByTimeAsync(6);
    expect(arrived).toHaveLength(100);
  });
});

describe('The certificate of the bench', () => {
  it('is one that signs itself, for this machine and these days', () => {
    const { certificate, keyHash } = createCertificate(Date.UTC(2026, 10, 25, 12));
    const read = new X509Certificate(certificate);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.checkHost('localhost')).toBe('localhost');
    expect([read.validFrom, read.validTo]).toEqual(['Nov 24 12:00:00 2026 GMT', 'Nov 26 12:00:00 2026 GMT']);
    expect(keyHash).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });
});
