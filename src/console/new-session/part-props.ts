import type { useSessionDraft } from '#console/new-session/session-draft.ts';
import type { StartTerms } from '#console/new-session/to-start-input.ts';
import type { DraftProblem } from '#console/shared/task/to-interaction.ts';

export type SessionForm = ReturnType<typeof useSessionDraft>;

/** What a part of the form is given. */
export type PartProps = Pick<SessionForm, 'draft' | 'change' | 'shelf'> & {
  terms: StartTerms;
  problems: readonly DraftProblem[];
};
