/**
 * One JSON line a request, by pino: id, method, pattern, status, time. Nothing in it names a customer, a link, an address or what
 * anybody wrote: of what was thrown only the kind, the code and the place are kept, because messages quote what they are about.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

import { type DestinationStream, pino } from 'pino';

import type { LogLine } from '#backend/deps.ts';
import type { HostSettings } from '#hosts/node/settings.ts';

/** What is known of the request that is being answered. */
type Current = { startedAt: number; line?: LogLine };

export type Log = ReturnType<typeof createLog>;

export function createLog(level: HostSettings['logLevel'], destination?: DestinationStream) {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? process.stdout);
  const running = new AsyncLocalStorage<Current>();

  return {
    /** Does the work of one request; lines written meanwhile know how long it takes. */
    during: <Result>(work: (current: Current) => Promise<Result>): Promise<Result> => {
      const current: Current = { startedAt: performance.now() };
      return running.run(current, () => work(current));
    },
    request: (written: LogLine): void => {
      const { cause, ...line } = written;
      const current = running.getStore();
      // Note: the page asks the backend before it is written itself; the last line is the request's own.
      if (current) current.line = written;
      const ms = current ? Math.round(performance.now() - current.startedAt) : undefined;
      const level = line.status < 500 ? (line.route === '(file)' ? 'debug' : 'info') : 'error';
      logger[level]({ ...line, ms, ...(cause !== undefined && { cause: describe(cause) }) }, 'request');
    },
    /** What happens to the host itself. `facts` are ours, never a customer's. */
    host: (event: string, facts: Readonly<Record<string, string | number | boolean>> = {}): void => {
      logger.info(facts, event);
    },
    /** What went wrong beside any request. */
    trouble: (event: string, cause: unknown): void => {
      logger.error({ cause: describe(cause) }, event);
    },
  };
}

const maxDepth = 5;

/** What systems and libraries call their failures: `ENOSPC`, `SQLITE_FULL`, PostgreSQL's `57P01`. */
const codePattern = /^([A-Z][A-Z0-9_]{2,60}|[0-9A-Z]{5})$/;

const readCode = (error: Error) =>
  'code' in error && typeof error.code === 'string' && codePattern.test(error.code) && { code: error.code };

/** The kinds of error down to the first cause, and where each was thrown. */
function describe(cause: unknown, depth = 1): object {
  if (!(cause instanceof Error)) return { kind: typeof cause };
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const at = frames.slice(0, 8).map((frame) => frame.trim().slice('at '.length));
  const inner = cause.cause !== undefined && depth < maxDepth && { cause: describe(cause.cause, depth + 1) };
  return { kind: cause.name, ...readCode(cause), at, ...inner };
}
