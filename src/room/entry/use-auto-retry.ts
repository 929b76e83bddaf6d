/** Recovering by itself: with back-off while the service is away, at once when the device is connected again. */
import { useEffect, useEffectEvent } from 'react';

const firstDelay = 2_000;
const longestDelay = 30_000;

/** `attempt` counts failures so far; a new one plans the next try. Jitter keeps many customers from coming back together. */
export function useAutoRetry(retry: () => void, attempt: number): void {
  const onRetry = useEffectEvent(retry);

  useEffect(() => {
    const again = () => {
      onRetry();
    };
    const delay = Math.min(firstDelay * 2 ** (attempt - 1), longestDelay) * (0.75 + Math.random() / 2);
    const timer = setTimeout(again, delay);
    addEventListener('online', again);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [attempt]);
}
