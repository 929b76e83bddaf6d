import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createTypingNews } from '#lib/live-feed/typing-news.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function listen() {
  const shown: (string | null)[] = [];
  return { shown, news: createTypingNews((name) => shown.push(name)) };
}

it('Whoever is writing is shown until nothing was heard of it for six seconds', () => {
  const { shown, news } = listen();
  news.hear('Ada');
  vi.advanceTimersByTime(5_999);
  news.hear('Ada');
  vi.advanceTimersByTime(5_999);
  expect(shown).toEqual(['Ada', 'Ada']);
  vi.advanceTimersByTime(1);
  expect(shown.at(-1)).toBeNull();
});

it('Whoever is done is shown no longer, and does not vanish once more', () => {
  const { shown, news } = listen();
  news.hear('Ada');
  news.end();
  vi.advanceTimersByTime(10_000);
  expect(shown).toEqual(['Ada', null]);
});
