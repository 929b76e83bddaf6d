/** What the host says of itself while it works, as a scraper would ask. */
import { findValue } from '#tests/support/read-metrics.ts';

export type Sample = { memory: number; lag: number; feeds: number };

const interval = 5_000;

export function watchProcess(origin: string, token: string) {
  const samples: Sample[] = [];
  const take = async (): Promise<void> => {
    const response = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    const text = await response.text();
    samples.push({
      memory: findValue(text, 'process_resident_memory_bytes') / 1_000_000,
      lag: findValue(text, 'nodejs_eventloop_lag_p99_seconds') * 1_000,
      feeds: findValue(text, 'room_live_feeds'),
    });
  };
  const timer = setInterval(() => void take(), interval);
  return {
    stop: async (): Promise<Sample[]> => {
      clearInterval(timer);
      await take();
      return samples;
    },
  };
}
