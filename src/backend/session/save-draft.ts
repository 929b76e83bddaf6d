/** Saving a draft: one writer at a time; whoever typed over an older draft is told, and may take it over (product.md 4.1). */
import { AppError } from '#backend/app-error.ts';
import { toInstant } from '#backend/session/project-session.ts';
import type { StoredDraft } from '#backend/session/session-record.ts';

type DraftInput<Content> = { writer: string; revision: number; takeOver: boolean; content: Content };

/** @throws `draft-conflict` when another writer saved since. */
export function nextDraft<Content>(
  saved: StoredDraft<Content> | null,
  input: DraftInput<Content>,
  now: number,
): StoredDraft<Content> {
  const isOthers = saved !== null && saved.writer !== input.writer && saved.revision !== input.revision;
  if (isOthers && !input.takeOver) throw new AppError('draft-conflict');
  return {
    revision: (saved?.revision ?? 0) + 1,
    writer: input.writer,
    savedAt: now,
    content: input.content,
  };
}

export const projectDraft = <Content>(draft: StoredDraft<Content> | null) =>
  draft && { ...draft, savedAt: toInstant(draft.savedAt) };

export const toDraftReceipt = <Content>({ revision, savedAt }: StoredDraft<Content>) => ({
  revision,
  savedAt: toInstant(savedAt),
});
