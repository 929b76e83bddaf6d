/**
 * Keeps what is typed: on the device at once, on the backend a moment later, one save at a time. What fails is tried again;
 * what somebody else typed meanwhile is never overwritten without asking. The screen reads `store` and reports changes.
 */
import { createStore } from 'zustand/vanilla';

import type { DraftReceipt } from '#contract/draft.ts';
import type { Answers, WorkflowDraft } from '#contract/workflow.ts';
import { failureCode, isRetryable, isUncertain } from '#lib/api/failures.ts';
import type { DeviceDrafts } from '#room/workflow/device-draft.ts';
import { isSameDraft, type RestoredDraft } from '#room/workflow/restore-draft.ts';
import type { SavedDraft } from '#room/workflow/workflow-query.ts';

export type DraftState = {
  content: WorkflowDraft;
  /** The backend has all of it. */
  isSaved: boolean;
  /** When the backend last took it, ISO. */
  savedAt: string | null;
  /** Why the newest is not on the backend: it is on this device only, or not even there. */
  trouble: 'device-only' | 'nowhere' | null;
  /** Typed elsewhere meanwhile; nothing is sent until the customer has chosen. */
  other: WorkflowDraft | null;
  /** Goes up when the answers came from elsewhere, so that fields start anew. */
  generation: number;
};

export type DraftPorts = {
  /** Names this page to the backend. */
  writer: string;
  device: DeviceDrafts;
  save: (draft: { content: WorkflowDraft; revision: number; takeOver: boolean }) => Promise<DraftReceipt>;
  /** The backend's newest. */
  load: () => Promise<SavedDraft>;
  /** The backend has this now. */
  onSaved: (draft: NonNullable<SavedDraft>) => void;
  /** The backend takes no more drafts: done elsewhere, withdrawn, ended. */
  onRefused: () => void;
};

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;

const saveDelay = 800;
const firstRetry = 2_000;
const lastRetry = 60_000;

export function createDraftKeeper(restored: RestoredDraft, ports: DraftPorts) {
  const { content, savedAt, other } = restored;
  let { revision, isUnsent } = restored;
  const store = createStore<DraftState>(() => ({
    content,
    isSaved: !isUnsent,
    savedAt,
    other,
    trouble: null,
    generation: 0,
  }));
  /** What this page started from or saved last. */
  let known = content;
  let takesOver = false;
  let phase: 'stopped' | 'running' | 'held' | 'ended' = 'stopped';
  let retries = 0;
  let isSending = false;
  let sendsAgain = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const keepOnDevice = (): boolean =>
    ports.device.write({
      writer: ports.writer,
      revision,
      isSent: !isUnsent,
      savedAt: Date.now(),
      content: store.getState().content,
    });

  const flushIn = (delay: number) => {
    clearTimeout(timer);
    if (phase === 'running') timer = setTimeout(flush, delay);
  };

  const change = (next: Partial<WorkflowDraft>) => {
    isUnsent = true;
    store.setState((state) => ({ content: { ...state.content, ...next }, isSaved: false }));
  };

  function flush(): void {
    clearTimeout(timer);
    if (phase === 'ended' || !isUnsent) return;
    const isOnDevice = keepOnDevice();
    if (phase === 'held' || store.getState().other) return;
    if (isSending) sendsAgain = true;
    else void send(isOnDevice).finally(afterSending);
  }

  const afterSending = () => {
    isSending = false;
    if (!sendsAgain) return;
    sendsAgain = false;
    flush();
  };

  async function send(isOnDevice: boolean): Promise<void> {
    const sent = store.getState().content;
    isSending = true;
    isUnsent = false;
    try {
      const receipt = await ports.save({ content: sent, revision, takeOver: takesOver });
      known = sent;
      revision = receipt.revision;
      takesOver = false;
      retries = 0;
      ports.onSaved({ ...receipt, writer: ports.writer, content: sent });
      store.setState({ savedAt: receipt.savedAt, trouble: null, isSaved: !isUnsent });
      // Note: once stopped, the device's copy may already belong to the page's next visit here.
      if (phase === 'running') keepOnDevice();
    } catch (error) {
      isUnsent = true;
      const failure = failureCode(error) === 'draft-conflict' ? await meetOther() : error;
      if (failure !== null) recover(failure, isOnDevice);
    }
  }

  function recover(failure: unknown, isOnDevice: boolean): void {
    if (phase === 'ended') return;
    store.setState({ trouble: isOnDevice ? 'device-only' : 'nowhere' });
    if (!isRetryable(failure) && !isUncertain(failure)) {
      ports.onRefused();
      return;
    }
    flushIn(Math.min(firstRetry * 2 ** retries, lastRetry));
    retries += 1;
  }

  /** Looks at what was saved elsewhere. Gives what went wrong; null when nothing did. */
  async function meetOther(): Promise<unknown> {
    try {
      const saved = await ports.load();
      const { content } = store.getState();
      revision = saved?.revision ?? 0;
      // Note: the last save of this page before a reload may arrive after it; that was nobody else.
      const isOwn = !saved || isSameDraft(saved.content, known) || isSameDraft(saved.content, content);
      if (isOwn) sendsAgain = true;
      else store.setState({ other: saved.content });
      return null;
    } catch (error) {
      return error;
    }
  }

  return {
    store,
    /** Something was typed on this step. */
    type: (answers: Answers, step: WorkflowDraft['step']) => {
      change({ answers, step });
      flushIn(saveDelay);
    },
    /** The customer went on, or back, to this step. */
    moveTo: (step: WorkflowDraft['step']) => {
      change({ step });
      flush();
    },
    /** Saves now what is waiting. */
    flush,
    /** The other version is given up for what is here. */
    keepHere: () => {
      takesOver = true;
      store.setState({ other: null });
      change({});
      flush();
    },
    /** What is here is given up for the other version. */
    loadOther: () => {
      const { other, generation } = store.getState();
      if (!other) return;
      takesOver = true;
      store.setState({ other: null, generation: generation + 1 });
      change(other);
      flush();
    },
    start: () => {
      phase = 'running';
      if (isUnsent) flushIn(saveDelay);
    },
    /** The customer leaves: saves once more, and tries no further. */
    stop: () => {
      flush();
      if (phase !== 'ended') phase = 'stopped';
    },
    /** Saves nothing more while everything is being handed in. What is on its way may arrive late: it is refused then. */
    hold: () => {
      clearTimeout(timer);
      phase = 'held';
    },
    /** It could not be handed in: goes on as before. */
    release: () => {
      if (phase === 'held') phase = 'running';
      flush();
    },
    /** Handed in: nothing is kept here, nothing is sent any more. */
    end: () => {
      phase = 'ended';
      clearTimeout(timer);
      ports.device.remove();
    },
  };
}
