/**
 * Hears what other processes (and this one) committed, on a connection of its own. When that one breaks it comes back by itself, and
 * then whoever watches is told to look: what was said meanwhile was said to nobody.
 */
import { setTimeout as pause } from 'node:timers/promises';

import { Client } from 'pg';

import { leaveToNext, toConnection, usualPatience } from '#hosts/node/postgres/connection.ts';
import { toHostError } from '#hosts/node/postgres/to-host-error.ts';

export const channel = 'session_room';

const firstPause = 100;
const longestPause = 5_000;

type Listener = {
  onPayload: (payload: string) => void;
  /** The connection is back after a gap. Tried again, with a connection anew, when this fails. */
  onGap: () => Promise<void>;
  onStateChange: (state: 'lost' | 'back') => void;
};

/** Resolves when it hears. @throws {HostError} when it cannot hear at all. */
export async function listen(url: string, listener: Listener): Promise<{ stop: () => Promise<void> }> {
  const running = new AbortController();
  let connection = await connect(url, listener).catch((error: unknown) => {
    throw toHostError(error);
  });

  const comeBack = async (): Promise<Connection> => {
    for (let failures = 0; ; failures += 1) {
      await pause(resolvePause(failures), undefined, { signal: running.signal });
      const next = await connect(url, listener).catch(() => undefined);
      if (!next) continue;
      const isCaughtUp = await listener.onGap().then(
        () => true,
        () => false,
      );
      if (isCaughtUp) return next;
      await next.client.end();
    }
  };
  const follow = async (): Promise<void> => {
    for (;;) {
      await connection.ended;
      running.signal.throwIfAborted();
      listener.onStateChange('lost');
      connection = await comeBack();
      if (running.signal.aborted) await connection.client.end();
      else listener.onStateChange('back');
    }
  };
  const followed = follow().catch((error: unknown) => {
    if (!running.signal.aborted) throw error;
  });
  return {
    stop: async () => {
      running.abort();
      await connection.client.end();
      await followed;
    },
  };
}

type Connection = { client: Client; ended: Promise<void> };

async function connect(url: string, { onPayload }: Listener): Promise<Connection> {
  const client = new Client({ ...toConnection(url), query_timeout: usualPatience.statement });
  client.on('error', leaveToNext);
  client.on('notification', ({ payload = '' }) => onPayload(payload));
  const ended = new Promise<void>((resolve) => {
    client.once('end', resolve);
  });
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
    return { client, ended };
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** Doubles up to the longest, and is spread so that many processes do not come back at once. */
const resolvePause = (failures: number): number =>
  Math.min(longestPause, firstPause * 2 ** failures) * (0.5 + Math.random() / 2);
