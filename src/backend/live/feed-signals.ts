/**
 * What a live feed may have to say something about. Kept as a set, so a burst of commits is one signal, and a reader who is slow or
 * asleep costs nothing: what it missed is read from the log when it asks again.
 */
export type FeedSignal = 'commit' | 'presence' | 'typing' | 'heartbeat';

export function createFeedSignals() {
  const raised = new Set<FeedSignal>();
  let isStopped = false;
  let wake = () => {};

  return {
    raise(signal: FeedSignal): void {
      raised.add(signal);
      wake();
    },
    isRaised: (signal: FeedSignal): boolean => raised.has(signal),
    stop(): void {
      isStopped = true;
      wake();
    },
    /** The signals one after the other, oldest first, until stopped. */
    async *read(): AsyncGenerator<FeedSignal, void> {
      while (!isStopped) {
        const [signal] = raised;
        if (signal) {
          raised.delete(signal);
          yield signal;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
  };
}
export type FeedSignals = ReturnType<typeof createFeedSignals>;
