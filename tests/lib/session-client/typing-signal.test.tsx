import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { useTypingSignal } from '#lib/session-client/typing-signal.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function write(send = vi.fn<() => Promise<unknown>>(() => Promise.resolve())) {
  const { result } = renderHook(() => useTypingSignal(send));
  return { send, note: (words: string) => result.current.note(words), end: () => result.current.end() };
}

it('Somebody who goes on writing says so every three seconds, not with every key', () => {
  const { send, note } = write();
  for (let key = 0; key < 100; key += 1) {
    note('H');
    vi.advanceTimersByTime(100);
  }
  expect(send).toHaveBeenCalledTimes(4);
});

it('What is written after a message was sent is said at once; an empty field is never', () => {
  const { send, note, end } = write();
  note(' ');
  expect(send).not.toHaveBeenCalled();
  note('Hello');
  end();
  note('');
  note('And');
  expect(send).toHaveBeenCalledTimes(2);
});

it('That it could not be said is nobody’s trouble, and it is said again', async () => {
  const { send, note } = write(vi.fn<() => Promise<unknown>>(() => Promise.reject(new Error('Failed to send.'))));
  note('H');
  await vi.advanceTimersByTimeAsync(3_000);
  note('He');
  expect(send).toHaveBeenCalledTimes(2);
});
