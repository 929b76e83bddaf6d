/** The form of a new session as it is typed, kept on their desk until the session is started: a reload loses nothing of it. */
import { useState } from 'react';
import * as z from 'zod/mini';

import { languageSchema } from '#contract/language.ts';
import { engagementChannelSchema } from '#contract/session.ts';
import type { DeskPlace } from '#console/client/desk-place.ts';
import { type TaskDraft, taskDraftSchema } from '#console/shared/task/task-draft.ts';

const draftSchema = z.object({
  name: z.string(),
  channel: engagementChannelSchema,
  email: z.string(),
  phone: z.string(),
  /** ISO 3166: whose national numbers `phone` may be written in. */
  country: z.string(),
  language: languageSchema,
  /** Null: one's own. */
  team: z.nullable(z.string()),
  when: z.enum(['now', 'planned']),
  tasks: z.array(taskDraftSchema),
});
export type SessionDraft = z.infer<typeof draftSchema>;

const emptyDraft: SessionDraft = {
  name: '',
  channel: 'email',
  email: '',
  phone: '',
  country: new Intl.Locale(navigator.language).maximize().region ?? 'GB',
  language: 'en',
  team: null,
  when: 'now',
  tasks: [],
};

/** `change` keeps what is typed; `clear` forgets it, once it was sent. */
export function useSessionDraft({ desk, name }: DeskPlace) {
  const [shelf] = useState(() => desk.shelf(name));
  const [draft, setDraft] = useState(() => draftSchema.safeParse(desk.read(name)).data ?? emptyDraft);
  return {
    draft,
    /** Nothing in it was typed or brought yet. */
    isEmpty: [draft.name, draft.email, draft.phone].every((typed) => typed.trim() === '') && draft.tasks.length === 0,
    /** The PDFs of its agreements. */
    shelf,
    change: (changes: Partial<SessionDraft>) => {
      const next = { ...draft, ...changes };
      desk.write(name, next);
      const isGone = ({ id }: TaskDraft) => next.tasks.every((one) => one.id !== id);
      for (const { id } of draft.tasks.filter(isGone)) void shelf.remove(id);
      setDraft(next);
    },
    clear: () => {
      desk.remove(name);
      void shelf.clear();
      setDraft(emptyDraft);
    },
  };
}
