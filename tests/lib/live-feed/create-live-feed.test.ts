import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { liveEventSchema, type LiveEvent } from '#contract/live-event.ts';
import { ApiError, NetworkError } from '#lib/api/failures.ts';
import { createLiveFeed, type FeedState } from '#lib/live-feed/create-live-feed.ts';

const message = (seq: number) => ({
  kind: 'message',
  seq,
  message: {
    id: `message-${seq}`,
    seq,
    from: 'agent',
    authorName: 'Ada Agent',
    text: `Message ${seq}`,
    attachments: [],
    sentAt: '2026-11-22T09:00:00.000Z',
    key: `key-of-${seq}`,
  },
});

const session = (seq: number) => ({
  kind: 'session',
  seq,
  session: {
    id: 'session-1',
    seq,
    state: 'open',
    access: 'full',
    agentName: 'Ada Agent',
    startedAt: '2026-11-22T09:00:00.000Z',
    you: 'participant-1',
    participants: [],
    interactions: [],
  },
});

const frame = (event: { seq: number }) => `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
const nameOf = (event: LiveEvent) => ('seq' in event ? `${event.kind} ${event.seq}` : event.kind);

type Line = { after: number; send: (text: string) => void; cut: () => void; finish: () => void; signal: AbortSignal };

/** A feed against a backend whose every connection the test holds in its hands. */
function followBackend(...answers: (() => Promise<Response>)[]) {
  const lines: Line[] = [];
  const heard: string[] = [];
  const states: FeedState[] = [];
  const ends: string[] = [];
  let unreadable = 0;

  const openLine = (after: number, signal: AbortSignal) => {
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        lines.push({
          after,
          signal,
          send: (text) => {
            controller.enqueue(new TextEncoder().encode(text));
          },
          cut: () => {
            controller.error(new TypeError('network'));
          },
          finish: () => {
            controller.close();
          },
        });
      },
    });
    return new Response(stream, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  };

  const feed = createLiveFeed({
    schema: liveEventSchema,
    endCodes: ['link-unknown', 'link-expired', 'session-ended', 'consent-required'],
    open: async (after, signal) => {
      const answer = answers.shift();
      return answer ? answer() : openLine(after, signal);
    },
    after: 3,
    onEvent: (event) => heard.push(nameOf(event)),
    onStateChange: (state) => states.push(state),
    onEnd: (code) => ends.push(code),
    onUnreadable: () => {
      unreadable += 1;
    },
  });
  feed.start();
  return {
    feed,
    lines,
    heard,
    states,
    ends,
    unreadable: () => unreadable,
    /** What the next attempts get instead of a connection, first one first. */
    answerNext: (...next: (() => Promise<Response>)[]) => answers.push(...next),
    line: (index: number) => {
      const line = lines[index];
      if (!line) throw new Error(`Failed to find connection ${index}: there are ${lines.length}.`);
      return line;
    },
  };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
/** As long as the first wait, the second and any wait can be. */
const firstWait = 1_000;
const secondWait = 2_000;
const longestWait = 30_000;

const noAnswer = () => Promise.reject(new NetworkError());
const refusal = (code: string, status: number) => () =>
  Promise.reject(new ApiError({ type: 'about:blank', title: code, status, code, requestId: 'r-1' }));

describe('the live feed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('brings what happens, in order, even cut into pieces', async () => {
    const backend = followBackend();
    await pass(0);
    const text = frame(message(4)) + frame(session(5));
    backend.line(0).send(text.slice(0, 40));
    backend.line(0).send(text.slice(40));
    await pass(0);

    expect(backend.line(0).after).toBe(3);
    expect(backend.heard).toEqual(['message 4', 'session 5']);
    expect(backend.states).toEqual(['connecting', 'live']);
  });

  test('goes on where it was after the connection was cut', async () => {
    const backend = followBackend();
    await pass(0);
    backend.line(0).send(frame(session(5)));
    await pass(0);
    backend.line(0).cut();
    await pass(firstWait);
    backend.line(1).send(frame(session(6)));
    await pass(0);

    expect(backend.line(1).after).toBe(5);
    expect(backend.heard).toEqual(['session 5', 'session 6']);
    expect(backend.states).toEqual(['connecting', 'live', 'reconnecting', 'live']);
  });

  test('loses nothing when it is cut between a message and the state that belongs to it', async () => {
    const backend = followBackend();
    await pass(0);
    backend.line(0).send(frame(message(5)));
    await pass(0);
    backend.line(0).cut();
    await pass(firstWait);

    expect(backend.line(1).after).toBe(3);
    backend.line(1).send(frame(message(5)) + frame(session(5)));
    await pass(0);
    expect(backend.heard).toEqual(['message 5', 'session 5']);
  });

  test('never tells the same thing twice', async () => {
    const backend = followBackend();
    await pass(0);
    backend.line(0).send(frame(message(4)) + frame(message(4)) + frame(session(4)) + frame(session(2)));
    await pass(0);

    expect(backend.heard).toEqual(['message 4', 'session 4']);
  });

  test('takes words outside the contract for a failure and comes back', async () => {
    const backend = followBackend();
    await pass(0);
    backend.line(0).send(`${frame(session(4))}data: {"kind":"session","seq":"five"}\n\n`);
    await pass(0);
    expect(backend.states.at(-1)).not.toBe('live');
    expect(backend.unreadable()).toBe(1);

    await pass(firstWait);
    expect(backend.line(1).after).toBe(4);
    backend.line(1).send(frame(session(6)));
    await pass(0);
    expect(backend.heard).toEqual(['session 4', 'session 6']);
  });

  test('passes over what a newer backend tells of, and goes on', async () => {
    const backend = followBackend();
    await pass(0);
    backend.line(0).send(`data: {"kind":"weather","sky":"blue"}\n\n${frame(session(4))}`);
    await pass(0);
    expect(backend.heard).toEqual(['session 4']);
    expect(backend.states).toEqual(['connecting', 'live']);
    expect(backend.unreadable()).toBe(0);
  });

  test('takes a page of a proxy for a failure, not for news', async () => {
    const backend = followBackend();
    await pass(0);
    backend.answerNext(async () => new Response(frame(session(9)), { headers: { 'content-type': 'text/html' } }));
    backend.line(0).cut();
    await pass(firstWait);

    expect(backend.heard).toEqual([]);
    await pass(secondWait);
    expect(backend.lines).toHaveLength(2);
  });

  test('gives up a connection that fell silent, but not one that only sends heartbeats', async () => {
    const backend = followBackend();
    await pass(0);
    for (let beat = 0; beat < 6; beat += 1) {
      backend.line(0).send(': alive\n\n');
      await pass(15_000);
    }
    expect(backend.lines).toHaveLength(1);

    await pass(25_000 + firstWait);
    expect(backend.line(0).signal.aborted).toBe(true);
    expect(backend.lines).toHaveLength(2);
    expect(backend.unreadable()).toBe(0);
  });

  test('asks in another way where nothing ever comes through', async () => {
    const backend = followBackend();
    await pass(40_000);

    expect(backend.unreadable()).toBe(1);
    expect(backend.states).toEqual(['connecting', 'reconnecting']);
  });

  test('says that it is not up to date after failing twice, and takes it back', async () => {
    const backend = followBackend(noAnswer, noAnswer);
    await pass(firstWait);
    expect(backend.states).toEqual(['connecting', 'reconnecting', 'stale']);

    await pass(secondWait);
    backend.line(0).send(frame(session(4)));
    await pass(0);
    expect(backend.states).toEqual(['connecting', 'reconnecting', 'stale', 'live']);
  });

  test('waits longer and longer, but never more than half a minute, while nothing answers', async () => {
    let attempts = 0;
    const count = () => {
      attempts += 1;
      return noAnswer();
    };
    followBackend(...Array.from({ length: 1_000 }, () => count));
    await pass(10 * 60_000);
    expect(attempts).toBeGreaterThan(20);
    expect(attempts).toBeLessThan(50);
  });

  test('tries at once when the device is back', async () => {
    const backend = followBackend(noAnswer, noAnswer, noAnswer);
    await pass(firstWait + secondWait);
    expect(backend.lines).toHaveLength(0);
    backend.feed.nudge();
    await pass(0);

    expect(backend.lines).toHaveLength(1);
  });

  test('leaves a lively connection alone when nudged, and replaces one that slept', async () => {
    const backend = followBackend();
    await pass(0);
    backend.line(0).send(': alive\n\n');
    await pass(5_000);
    backend.feed.nudge();
    await pass(15_000);
    expect(backend.lines).toHaveLength(1);

    backend.feed.nudge();
    await pass(firstWait);
    expect(backend.lines).toHaveLength(2);
  });

  test.each([
    ['link-unknown', 404],
    ['link-expired', 410],
    ['session-ended', 410],
    ['consent-required', 403],
  ])('stops and says why when the backend answers %s', async (code, status) => {
    const backend = followBackend();
    await pass(0);
    backend.answerNext(refusal(code, status));
    backend.line(0).finish();
    await pass(longestWait * 10);

    expect(backend.ends).toEqual([code]);
    expect(backend.lines).toHaveLength(1);
  });

  test('goes on trying when the backend is only away', async () => {
    const backend = followBackend();
    await pass(0);
    backend.answerNext(refusal('service-unavailable', 503));
    backend.line(0).cut();
    await pass(firstWait + secondWait);

    expect(backend.ends).toEqual([]);
    expect(backend.lines).toHaveLength(2);
  });

  test('says nothing more once it was stopped', async () => {
    const backend = followBackend();
    await pass(0);
    backend.feed.stop();
    await pass(longestWait * 10);

    expect(backend.line(0).signal.aborted).toBe(true);
    expect(backend.lines).toHaveLength(1);
    expect(backend.states).toEqual(['connecting']);
  });

  test('survives a connection that keeps sending after it was stopped', async () => {
    const backend = followBackend();
    await pass(0);
    backend.line(0).send(frame(session(4)));
    backend.feed.stop();
    await pass(longestWait);

    expect(backend.heard).toEqual([]);
  });

  test('reads the same events as the contract', () => {
    expect(liveEventSchema.safeParse(session(4)).success).toBe(true);
    expect(liveEventSchema.safeParse(message(4)).success).toBe(true);
  });
});
