import { onTestFinished, vi } from 'vitest';

/** Time goes on as ever, and faster where the test says so. */
export function useFastTime(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    shouldAdvanceTime: true,
  });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}
