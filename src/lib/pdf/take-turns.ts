/**
 * One thing after the other for one document: pdf.js does all at once what is asked of it, and the page in front of the customer then waits
 * for its neighbours and for words nobody reads yet. Pictures come first, in the order they were asked for; everything else
 * waits for a moment, and until no picture was wanted for as long: pages that fly past are only drawn, and a screen that has just opened
 * is not held up by words.
 */
export type Turns = {
  /** Rejects with an `AbortError` as soon as the signal says so. */
  take: <Result>(urgency: Urgency, signal: AbortSignal, work: () => Promise<Result>) => Promise<Result>;
};
type Urgency = 'picture' | 'later';
type Turn = { urgency: Urgency; signal: AbortSignal; askedAt: number; run: () => Promise<void> };

/** In milliseconds: shorter than a glance, longer than a page takes to fly past. */
const rest = 250;

export function createTurns(): Turns {
  let waiting: Turn[] = [];
  let isBusy = false;
  let drawnAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const next = (): void => {
    clearTimeout(timer);
    waiting = waiting.filter(({ signal }) => !signal.aborted);
    const picture = waiting.find(({ urgency }) => urgency === 'picture');
    const turn = picture ?? waiting[0];
    if (isBusy || !turn) return;
    const wait = picture ? 0 : Math.max(drawnAt, turn.askedAt) + rest - performance.now();
    if (wait > 0) {
      timer = setTimeout(next, wait);
      return;
    }
    waiting = waiting.filter((one) => one !== turn);
    isBusy = true;
    void turn.run().finally(() => {
      isBusy = false;
      if (picture) drawnAt = performance.now();
      next();
    });
  };

  return {
    take: (urgency, signal, work) =>
      new Promise((resolve, reject) => {
        const giveUp = () => {
          reject(new DOMException('Nobody waits for it any more.', 'AbortError'));
        };
        if (signal.aborted) giveUp();
        signal.addEventListener('abort', giveUp, { once: true });
        waiting.push({ urgency, signal, askedAt: performance.now(), run: () => work().then(resolve, reject) });
        next();
      }),
  };
}
