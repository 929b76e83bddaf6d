import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { createTurns } from '#lib/pdf/take-turns.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Pages being drawn and read; each is done when told. */
function openDocument() {
  const turns = createTurns();
  const begun: string[] = [];
  const doing = new Map<string, () => void>();
  const ask = (name: string, urgency: 'picture' | 'later', signal = new AbortController().signal) =>
    turns.take(urgency, signal, () => {
      begun.push(name);
      return new Promise<void>((resolve) => {
        doing.set(name, resolve);
      });
    });
  const finish = async (name: string) => {
    doing.get(name)?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { ask, finish, begun };
}

test('The page in front of the customer is drawn before its neighbours, and their words wait for all of them', async () => {
  const { ask, finish, begun } = openDocument();
  void ask('page 1', 'picture');
  void ask('words of page 1', 'later');
  void ask('page 2', 'picture');
  expect(begun).toEqual(['page 1']);

  await finish('page 1');
  expect(begun).toEqual(['page 1', 'page 2']);
  await finish('page 2');
  expect(begun).toHaveLength(2);

  await vi.advanceTimersByTimeAsync(1000);
  expect(begun.at(-1)).toBe('words of page 1');
});

test('Words asked for before the first picture let the screen open, and the picture go first', async () => {
  const { ask, finish, begun } = openDocument();
  void ask('words of page 1', 'later');
  await vi.advanceTimersByTimeAsync(100);
  expect(begun).toEqual([]);

  void ask('page 1', 'picture');
  expect(begun).toEqual(['page 1']);
  await finish('page 1');
  await vi.advanceTimersByTimeAsync(1000);
  expect(begun).toEqual(['page 1', 'words of page 1']);
});

test('Pages that fly past are not laid out as text', async () => {
  const { ask, finish, begun } = openDocument();
  const flownPast = new AbortController();
  void ask('page 7', 'picture');
  const words = ask('words of page 7', 'later', flownPast.signal);
  await finish('page 7');
  flownPast.abort();

  await expect(words).rejects.toMatchObject({ name: 'AbortError' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(begun).toEqual(['page 7']);
});

test('A page that could not be drawn does not hold up the next one', async () => {
  const turns = createTurns();
  const { signal } = new AbortController();
  await expect(turns.take('picture', signal, () => Promise.reject(new Error('no canvas')))).rejects.toThrow(
    'no canvas',
  );
  await expect(turns.take('picture', signal, () => Promise.resolve('drawn'))).resolves.toBe('drawn');
});
