/** Recovering by itself: with back-off while the service is away, at once when the device is connected again. */
import { useEffect, useEffectEvent } from 'react';

const firstDelay = 1_500;
const longestDelay = 25_000;

/**
 * `attempt` counts failures so far; a new one plans the next try, not before `wait` seconds are over. Jitter keeps many customers from
 * coming back together.
 */
export function useAutoRetry(retry: () => void, attempt: number, wait: number): void {
  const onRetry = useEffectEvent(retry);

  useEffect(() => {
    const again = () => {
      onRetry();
    };
    const shortest = Math.max(wait * 1_000, Math.min(firstDelay * 2 ** (attempt - 1), longestDelay));
    const timer = setTimeout(again, shortest * (1 + Math.random() / 2));
    addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [attempt, wait]);
}
