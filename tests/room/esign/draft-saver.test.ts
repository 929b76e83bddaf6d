import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { DraftReceipt } from '#contract/draft.ts';
import { ContractError, NetworkError } from '#lib/api/failures.ts';
import { createDraftSaver } from '#room/esign/draft-saver.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const receipt: DraftReceipt = { revision: 1, savedAt: '2026-11-22T10:00:00.000Z' };

/** A saver whose first saves fail as listed. */
function openSaver(...failures: Error[]) {
  const save = vi.fn(() => {
    const failure = failures.shift();
    return failure ? Promise.reject(failure) : Promise.resolve(receipt);
  });
  const onRefused = vi.fn();
  const saver = createDraftSaver({ readValues: () => ({}), save, onSaved: () => undefined, onRefused });
  return { saver, save, onRefused };
}

test.each([new NetworkError(), new ContractError('PUT /draft')])(
  'What could not be saved because of a %s is saved by itself once it can be',
  async (failure) => {
    const { saver, save } = openSaver(failure, failure);
    saver.touch();

    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.state.getState()).toEqual({ kind: 'kept' });
    await vi.advanceTimersByTimeAsync(10_000);

    expect(saver.state.getState()).toEqual({ kind: 'saved', at: receipt.savedAt });
    expect(save).toHaveBeenCalledTimes(3);
  },
);

test('What waited to be saved while it was being submitted is saved when it could not be submitted', async () => {
  const { saver, save } = openSaver();
  saver.touch();
  saver.hold();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(save).not.toHaveBeenCalled();

  saver.release();
  await vi.advanceTimersByTimeAsync(5_000);

  expect(save).toHaveBeenCalledOnce();
});

test('What waits when the screen is left is saved once more, and then nothing is tried again', async () => {
  const { saver, save } = openSaver(new NetworkError());
  saver.touch();
  saver.leave();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(save).toHaveBeenCalledOnce();

  saver.start();
  saver.touch();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(save).toHaveBeenCalledTimes(2);
});

test('What was typed while a save was on its way is saved as well when the screen is left', async () => {
  const { saver, save } = openSaver();
  saver.touch();
  saver.flush();
  saver.touch();
  saver.leave();
  await vi.advanceTimersByTimeAsync(5_000);

  expect(save).toHaveBeenCalledTimes(2);
});

test('After it was submitted nothing is tried again', async () => {
  const { saver, save } = openSaver(new NetworkError());
  saver.touch();
  await vi.advanceTimersByTimeAsync(1_000);
  saver.stop();
  await vi.advanceTimersByTimeAsync(120_000);

  expect(save).toHaveBeenCalledOnce();
});
