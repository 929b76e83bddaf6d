/** Heartbeats come every 15 s. */
const silenceMilliseconds = 40_000;
/** After a sleep a connection this quiet is probably dead. */
const doubtMilliseconds = 20_000;
/** A connection that held this long was a good one: the next failure starts from the shortest wait. */
const goodMilliseconds = 5_000;

export type WatchedConnection = {
  /** Aborted with the whole run, or when nothing was heard for too long. */
  signal: AbortSignal;
  noteByte: () => void;
  /** Gives the connection up if it has been quiet for a while. */
  doubt: () => void;
  /** Nothing was ever heard, and it was not the network that said so. */
  wasMute: () => boolean;
  wasGood: () => boolean;
  close: () => void;
};

/** One connection, given up when it falls silent: a dead one looks just like a quiet one, but for its heartbeats. */
export function watchConnection(run: AbortSignal): WatchedConnection {
  const controller = new AbortController();
  const heard = { first: Number.POSITIVE_INFINITY, last: Date.now() };
  const abort = () => {
    controller.abort();
  };
  let timer = setTimeout(abort, silenceMilliseconds);
  run.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    noteByte: () => {
      heard.last = Date.now();
      heard.first = Math.min(heard.first, heard.last);
      clearTimeout(timer);
      timer = setTimeout(abort, silenceMilliseconds);
    },
    doubt: () => {
      if (Date.now() - heard.last >= doubtMilliseconds) abort();
    },
    wasMute: () => controller.signal.aborted && !Number.isFinite(heard.first),
    wasGood: () => Date.now() - heard.first >= goodMilliseconds,
    close: () => {
      clearTimeout(timer);
      run.removeEventListener('abort', abort);
      abort();
    },
  };
}
