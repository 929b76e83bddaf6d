import { createStore, type StoreApi } from 'zustand/vanilla';

import type { DraftReceipt } from '#contract/draft.ts';
import type { FieldValues } from '#contract/esign.ts';
import { failureCode, isRetryable, isUncertain } from '#lib/api/failures.ts';

export type SaveState =
  | { kind: 'nothing' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** On this device only; tried again by itself, with the next change, and when the device is connected again. */
  | { kind: 'kept' }
  /** Another tab or device saved since; nothing is saved until the customer chose. */
  | { kind: 'conflict' }
  /** It cannot be saved any more: submitted, withdrawn, ended. */
  | { kind: 'refused' };

export type DraftSaver = {
  state: StoreApi<SaveState>;
  /** Something changed: saves when the customer pauses. */
  touch: () => void;
  /** Saves at once what waits. */
  flush: () => void;
  takeOver: () => void;
  /** What is here is what the backend has, as of then. */
  settle: (savedAt: string) => void;
  /** What waits is not saved: it is being submitted. */
  hold: () => void;
  /** It could not be submitted: saves as before. */
  release: () => void;
  /** The screen is there (again, after it was left). */
  start: () => void;
  /** The screen is left: what waits is saved once more, and nothing is tried again. */
  leave: () => void;
  /** For good: it was submitted. */
  stop: () => void;
};

type Ports = {
  readValues: () => FieldValues;
  save: (values: FieldValues, takeOver: boolean) => Promise<DraftReceipt>;
  onSaved: (receipt: DraftReceipt) => void;
  /** The backend takes no more drafts: done elsewhere, withdrawn, ended. */
  onRefused: () => void;
};

const pause = 800;
const firstRetry = 2_000;
const lastRetry = 60_000;

/** One save at a time, the newest values last. Never asks twice for a conflict that nobody decided. */
export function createDraftSaver({ readValues, save, onSaved, onRefused }: Ports): DraftSaver {
  const state = createStore<SaveState>(() => ({ kind: 'nothing' }));
  const set = (next: SaveState) => {
    state.setState(next, true);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSaving = false;
  let isDirty = false;
  let isStopped = false;
  let wasDirty = false;
  let retries = 0;

  const isWaiting = () => isDirty;

  const run = async (takeOver: boolean) => {
    isSaving = true;
    isDirty = false;
    set({ kind: 'saving' });
    try {
      const receipt = await save(readValues(), takeOver);
      onSaved(receipt);
      set({ kind: 'saved', at: receipt.savedAt });
      retries = 0;
    } catch (error) {
      set(toState(error));
    }
    isSaving = false;
    const { kind } = state.getState();
    if (kind === 'kept') saveLater(Math.min(firstRetry * 2 ** retries++, lastRetry));
    else if (kind === 'refused') onRefused();
    else if (isWaiting()) (isStopped ? flush : touch)();
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const { kind } = state.getState();
    if (!isDirty || isSaving || kind === 'conflict' || kind === 'refused') return;
    void run(false);
  };
  const saveLater = (delay: number) => {
    if (isStopped) return;
    isDirty = true;
    clearTimeout(timer);
    timer = setTimeout(flush, delay);
  };
  const touch = () => {
    saveLater(pause);
  };

  const hold = () => {
    isDirty = false;
    clearTimeout(timer);
  };

  return {
    state,
    touch,
    flush,
    takeOver: () => {
      void run(true);
    },
    settle: (savedAt) => {
      hold();
      set({ kind: 'saved', at: savedAt });
    },
    hold: () => {
      wasDirty = isDirty;
      hold();
    },
    release: () => {
      if (wasDirty) touch();
    },
    start: () => {
      isStopped = false;
    },
    leave: () => {
      flush();
      isStopped = true;
      clearTimeout(timer);
    },
    stop: () => {
      isStopped = true;
      hold();
    },
  };
}

function toState(error: unknown): SaveState {
  if (failureCode(error) === 'draft-conflict') return { kind: 'conflict' };
  return isRetryable(error) || isUncertain(error) ? { kind: 'kept' } : { kind: 'refused' };
}
