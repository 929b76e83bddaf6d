/** What was typed, as the contract wants it; or what has to be put right first, by the ids of the fields. */
import type { z } from 'zod/mini';

import type { startTermsSchema, StartSessionInput } from '#contract/agent.ts';
import { emailSchema } from '#contract/scalars.ts';
import { type TeamId, teamIdSchema } from '#contract/ids.ts';
import { toKnownEmail } from '#domain/known-email.ts';
import { toE164 } from '#lib/phone/phone-number.ts';
import type { SessionDraft } from '#console/new-session/session-draft.ts';
import { wordsIn } from '#console/shared/task/template-words.ts';
import { type DraftProblem, listTaskProblems, toInteraction } from '#console/shared/task/to-interaction.ts';

export type StartTerms = z.infer<typeof startTermsSchema>;
type Context = { terms: StartTerms; team: TeamId };

/** Where text messages are off there is no phone, whatever was typed before. */
export const resolveChannel = ({ channel }: Pick<SessionDraft, 'channel'>, { textMessages }: StartTerms) =>
  textMessages ? channel : 'email';

export const listProblems = (draft: SessionDraft, terms: StartTerms): DraftProblem[] => [
  ...(draft.name.trim() === '' ? [{ id: 'name', message: 'console-new-session.name-missing' as const }] : []),
  ...listContactProblems(draft, terms),
  ...draft.tasks.flatMap(listTaskProblems),
];

function listContactProblems(draft: SessionDraft, terms: StartTerms): DraftProblem[] {
  const channel = resolveChannel(draft, terms);
  const typed = channel === 'email' ? draft.email : draft.phone;
  if (typed.trim() === '' && terms.embeddedSession) return [];
  if (channel === 'email') {
    return emailSchema.safeParse(draft.email).success
      ? []
      : [{ id: 'email', message: 'console-new-session.email-wrong' }];
  }
  return toE164(draft.phone, draft.country) === null
    ? [{ id: 'phone', message: 'console-new-session.phone-wrong' }]
    : [];
}

/** Whether starting goes on with the session that is open, because it is with this very customer. */
export function continuesOpen(draft: SessionDraft, terms: StartTerms): boolean {
  const { email = null, phone = null } = terms.openSession?.continuedFor ?? {};
  return resolveChannel(draft, terms) === 'email'
    ? email !== null && toKnownEmail(draft.email) === email
    : phone !== null && toE164(draft.phone, draft.country) === phone;
}

/** @throws where there are problems left. */
export function toStartInput(draft: SessionDraft, { terms, team }: Context): StartSessionInput {
  const channel = resolveChannel(draft, terms);
  const email = channel === 'email' ? (emailSchema.safeParse(draft.email).data ?? null) : null;
  const phone = channel === 'sms' ? toE164(draft.phone, draft.country) : null;
  return {
    team: teamIdSchema.parse(team),
    customer: { name: draft.name.trim(), email, phone, language: draft.language },
    channel: email === null && phone === null ? null : channel,
    settings: {},
    interactions: draft.tasks.map((task) => toInteraction(task, wordsIn(draft.language))),
    when: draft.when,
  };
}
