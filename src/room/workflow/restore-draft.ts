/**
 * Which answers a customer comes back to: the backend's, or the device's when it has newer ones. Nothing newer is ever
 * overwritten, and where both were typed the one that is not shown is offered, not dropped.
 */
import type { WorkflowDefinition, WorkflowDraft } from '#contract/workflow.ts';
import type { DeviceDraft } from '#room/workflow/device-draft.ts';
import type { SavedDraft } from '#room/workflow/workflow-query.ts';

export type RestoredDraft = {
  content: WorkflowDraft;
  /** The backend's revision this goes on from; 0 = it has none. */
  revision: number;
  /** When the backend got it, ISO; null when it has not. */
  savedAt: string | null;
  /** The backend does not have this yet. */
  isUnsent: boolean;
  /** Typed elsewhere, and not in `content`. */
  other: WorkflowDraft | null;
};

export function restoreDraft(
  definition: WorkflowDefinition,
  saved: SavedDraft,
  device: DeviceDraft | null,
): RestoredDraft {
  if (!device) return saved ? fromBackend(saved) : startAnew(definition);
  if (!saved) return { ...fromDevice(device, 0), isUnsent: true };
  if (device.isSent)
    return saved.revision >= device.revision ? fromBackend(saved) : fromDevice(device, device.revision);
  // Note: this tab's own last save may have arrived without its answer; the device has what was typed since.
  const goesOnFromSaved = saved.revision <= device.revision || saved.writer === device.writer;
  if (goesOnFromSaved) return fromDevice(device, saved.revision);
  if (isSameDraft(saved.content, device.content)) return fromBackend(saved);
  return device.savedAt > Date.parse(saved.savedAt)
    ? { ...fromDevice(device, saved.revision), other: saved.content }
    : { ...fromBackend(saved), other: device.content };
}

const startAnew = ({ steps }: WorkflowDefinition): RestoredDraft => ({
  content: { answers: {}, step: steps[0]?.id ?? null },
  revision: 0,
  savedAt: null,
  isUnsent: false,
  other: null,
});

const fromBackend = ({ content, revision, savedAt }: NonNullable<SavedDraft>): RestoredDraft => ({
  content,
  revision,
  savedAt,
  isUnsent: false,
  other: null,
});

const fromDevice = ({ content, isSent }: DeviceDraft, revision: number): RestoredDraft => ({
  content,
  revision,
  savedAt: null,
  isUnsent: !isSent,
  other: null,
});

/** By what was answered; where the customer stood makes no difference worth asking about. */
export const isSameDraft = (one: WorkflowDraft, other: WorkflowDraft): boolean =>
  toSortedJson(one.answers) === toSortedJson(other.answers);

const toSortedJson = (answers: WorkflowDraft['answers']): string =>
  JSON.stringify(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)));
