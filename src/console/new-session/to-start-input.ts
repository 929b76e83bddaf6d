/** What was typed, as the contract wants it; or what has to be put right first, by the ids of the fields. */
import type { z } from 'zod/mini';

import {
  type AddInteractionInput,
  emailSchema,
  type startTermsSchema,
  type StartSessionInput,
} from '#contract/agent.ts';
import { type TeamId, teamIdSchema } from '#contract/ids.ts';
import type { Money } from '#contract/scalars.ts';
import { identityItems, questionnaire } from '#console/new-session/built-in-content.ts';
import { toE164 } from '#console/new-session/phone-number.ts';
import type { SessionDraft, TaskDraft } from '#console/new-session/session-draft.ts';
import type { TextId } from '#lib/i18n/message.ts';
import type { useText } from '#lib/i18n/text.tsx';

export type StartTerms = z.infer<typeof startTermsSchema>;
export type DraftProblem = { id: string; message: TextId };
type Context = { terms: StartTerms; team: TeamId; text: ReturnType<typeof useText> };

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

function listTaskProblems(task: TaskDraft): DraftProblem[] {
  const { id, title } = task;
  const untitled =
    title.trim() === '' ? [{ id: `title-${id}`, message: 'console-new-session.title-missing' as const }] : [];
  if (task.kind === 'agreement' && task.document === null) {
    return [...untitled, { id: `document-${id}`, message: 'console-new-session.document-missing' }];
  }
  if (task.kind === 'payment' && toMoney(task) === null) {
    return [...untitled, { id: `amount-${id}`, message: 'console-new-session.amount-wrong' }];
  }
  return untitled;
}

/** @throws where there are problems left. */
export function toStartInput(draft: SessionDraft, { terms, team, text }: Context): StartSessionInput {
  const channel = resolveChannel(draft, terms);
  const email = channel === 'email' ? (emailSchema.safeParse(draft.email).data ?? null) : null;
  const phone = channel === 'sms' ? toE164(draft.phone, draft.country) : null;
  return {
    team: teamIdSchema.parse(team),
    customer: { name: draft.name.trim(), email, phone, language: draft.language },
    channel: email === null && phone === null ? null : channel,
    settings: {},
    interactions: draft.tasks.map((task) => toInteraction(task, text)),
    when: draft.when,
  };
}

function toInteraction(task: TaskDraft, text: Context['text']): AddInteractionInput {
  const title = task.title.trim();
  switch (task.kind) {
    case 'agreement': {
      if (!task.document) throw new Error('Failed to start: a document is missing.');
      return { kind: 'esign', title, document: task.document.fileId, fields: task.fields, canDecline: true };
    }
    case 'identity':
      return { kind: 'document-request', title, items: identityItems(text) };
    case 'questionnaire':
      return { kind: 'workflow', title, definition: questionnaire(text, title) };
    case 'payment': {
      const amount = toMoney(task);
      if (!amount) throw new Error('Failed to start: an amount is missing.');
      return { kind: 'payment', title, amount, purpose: title };
    }
  }
}

/** A dot or a comma before the cents; nothing else but digits. */
function toMoney({ amount, currency }: Extract<TaskDraft, { kind: 'payment' }>): Money | null {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const [, whole, cents = ''] = /^(\d{1,9})(?:[.,](\d+))?$/.exec(amount.trim()) ?? [];
  if (whole === undefined || cents.length > digits) return null;
  const minorUnits = Number(whole + cents.padEnd(digits, '0'));
  return minorUnits > 0 ? { minorUnits, currency } : null;
}
