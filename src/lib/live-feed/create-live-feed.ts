/**
 * The live feed: SSE read through `fetch`, resumed by sequence number (architecture rule 6). Whatever goes wrong (cut, silent,
 * not the contract's words) it comes back by itself and catches up; it only stops when the backend says that there is
 * nothing more to follow.
 */
import type * as z from 'zod/mini';

import type { ErrorCode } from '#contract/error-codes.ts';
import { ApiError, ContractError, NetworkError } from '#lib/api/failures.ts';
import { resolveBackOff } from '#lib/live-feed/back-off.ts';
import { createFeedPlace } from '#lib/live-feed/feed-place.ts';
import { type FeedEvent, readEvents } from '#lib/live-feed/read-events.ts';
import { watchConnection } from '#lib/live-feed/watch-connection.ts';

/** `stale`: more than one attempt in a row failed, so what is on screen may be out of date. */
export type FeedState = 'connecting' | 'live' | 'reconnecting' | 'stale';

export type LiveFeedOptions<Event extends FeedEvent, EndCode extends ErrorCode> = {
  schema: z.ZodMiniType<Event>;
  /** Answers after which there is nothing more to follow. */
  endCodes: readonly EndCode[];
  /** Asks for everything newer than `after`. @throws {ApiError | NetworkError | ContractError} */
  open: (after: number, signal: AbortSignal) => Promise<Response>;
  /** The sequence number of the session as it is known at the start. */
  after: number;
  onEvent: (event: Event) => void;
  onStateChange: (state: FeedState) => void;
  /** The backend will say nothing more to whoever follows; the feed has stopped. */
  onEnd?: (code: EndCode) => void;
  /** A connection stood but brought nothing that can be used: ask for the news in another way. */
  onUnreadable?: () => void;
};

export type LiveFeed = {
  start: () => void;
  stop: () => void;
  /** The device woke up or is back online: try now instead of later. */
  nudge: () => void;
};

/** How one connection came to its end. */
type Outcome<EndCode> = { kind: 'ended'; code: EndCode } | { kind: 'lost'; wasGood: boolean; isUnreadable: boolean };

export function createLiveFeed<Event extends FeedEvent, EndCode extends ErrorCode>(
  options: LiveFeedOptions<Event, EndCode>,
): LiveFeed {
  const place = createFeedPlace(options.after);
  const live: { run: AbortController | null; nudge: () => void; state: FeedState | null } = {
    run: null,
    nudge: () => undefined,
    state: null,
  };

  const enter = (state: FeedState) => {
    if (live.state === state) return;
    live.state = state;
    options.onStateChange(state);
  };

  const connect = async (run: AbortSignal): Promise<Outcome<EndCode>> => {
    const connection = watchConnection(run);
    live.nudge = connection.doubt;
    try {
      const response = await options.open(place.resumeAt(), connection.signal);
      await readEvents(response, {
        schema: options.schema,
        signal: connection.signal,
        onByte: () => {
          connection.noteByte();
          enter('live');
        },
        onEvent: (event) => {
          if (!run.aborted && place.isNews(event)) options.onEvent(event);
        },
      });
      return { kind: 'lost', wasGood: connection.wasGood(), isUnreadable: connection.wasMute() };
    } catch (error) {
      const code = options.endCodes.find((known) => error instanceof ApiError && known === error.problem.code);
      if (code) return { kind: 'ended', code };
      if (!isExpected(error) && !connection.signal.aborted) reportUncaught(error);
      const isUnreadable = error instanceof ContractError || connection.wasMute();
      return { kind: 'lost', wasGood: !isUnreadable && connection.wasGood(), isUnreadable };
    } finally {
      connection.close();
    }
  };

  /** False when there is nothing to wait for any more. */
  const wait = (milliseconds: number, run: AbortSignal) =>
    new Promise<boolean>((resolve) => {
      const goOn = () => {
        clearTimeout(timer);
        resolve(!run.aborted);
      };
      const timer = setTimeout(goOn, milliseconds);
      live.nudge = goOn;
      run.addEventListener('abort', goOn, { once: true });
    });

  const follow = async (run: AbortSignal) => {
    enter('connecting');
    for (let failures = 0; ;) {
      const outcome = await connect(run);
      if (run.aborted) return;
      if (outcome.kind === 'ended') {
        options.onEnd?.(outcome.code);
        return;
      }
      failures = outcome.wasGood ? 1 : failures + 1;
      enter(failures > 1 ? 'stale' : 'reconnecting');
      if (outcome.isUnreadable) options.onUnreadable?.();
      if (!(await wait(resolveBackOff(failures), run))) return;
    }
  };

  return {
    start() {
      if (live.run) return;
      live.run = new AbortController();
      live.state = null;
      follow(live.run.signal).catch(reportUncaught);
    },
    stop() {
      live.run?.abort();
      live.run = null;
    },
    nudge: () => {
      live.nudge();
    },
  };
}

const isExpected = (error: unknown) =>
  error instanceof ApiError || error instanceof NetworkError || error instanceof ContractError;

/** A mistake of ours, not of the network: whoever watches for uncaught errors hears of it, the feed goes on. */
const reportUncaught = (error: unknown): void => {
  queueMicrotask(() => {
    throw error;
  });
};
