/** Hands values on when their time has come, in the order they came in. Times are those of `performance.now()`. */
export type TimedQueue<Value> = { add: (at: number, value: Value) => void };

/** Note: timers are a little late, never early; what is due within half a millisecond goes along. */
const slack = 0.5;

export function createTimedQueue<Value>(handOn: (value: Value) => void): TimedQueue<Value> {
  const waiting: { at: number; value: Value }[] = [];
  let timer: NodeJS.Timeout | undefined;

  const arm = () => {
    const next = waiting[0];
    if (timer || !next) return;
    timer = setTimeout(handOnDue, Math.max(0, next.at - performance.now()));
  };
  const handOnDue = () => {
    timer = undefined;
    const now = performance.now() + slack;
    for (let next = waiting[0]; next && next.at <= now; next = waiting[0]) {
      waiting.shift();
      handOn(next.value);
    }
    arm();
  };
  return {
    add: (at, value) => {
      waiting.push({ at, value });
      arm();
    },
  };
}
