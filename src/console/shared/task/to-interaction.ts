/** What was typed, as the contract wants it; or what has to be put right first, by the ids of the fields. */
import type { AddInteractionInput } from '#contract/agent.ts';
import { limits } from '#contract/limits.ts';
import type { Money } from '#contract/scalars.ts';
import { listLines, paperItems, questionnaire, questions } from '#console/shared/task/built-in-content.ts';
import type { DraftOf, LinesDraft, TaskDraft } from '#console/shared/task/task-draft.ts';
import type { WordsOf } from '#console/shared/task/template-words.ts';
import type { TextValues } from '#lib/i18n/format-message.ts';
import type { TextId } from '#lib/i18n/message.ts';

export type DraftProblem = { id: string; message: TextId; values?: TextValues };

const isBlank = (typed: string) => typed.trim() === '';

export function listTaskProblems(task: TaskDraft): DraftProblem[] {
  const { id, title } = task;
  const untitled = isBlank(title) ? [{ id: `title-${id}`, message: 'console-task.title-missing' as const }] : [];
  return [...untitled, ...listContentProblems(task)];
}

function listContentProblems(task: TaskDraft): DraftProblem[] {
  const { id, kind } = task;
  switch (kind) {
    case 'agreement':
      return task.document ? [] : [{ id: `document-${id}`, message: 'console-task.document-missing' }];
    case 'questionnaire':
      return [];
    case 'payment':
      return [
        ...(toMoney(task) ? [] : [{ id: `amount-${id}`, message: 'console-task.amount-wrong' as const }]),
        ...(isBlank(task.purpose) ? [{ id: `purpose-${id}`, message: 'console-task.purpose-missing' as const }] : []),
      ];
    default:
      return listLinesProblems(task);
  }
}

function listLinesProblems({ id, lines: typed }: LinesDraft): DraftProblem[] {
  const lines = listLines(typed);
  if (lines.length === 0) return [{ id: `lines-${id}`, message: 'console-task.lines-missing' }];
  const { itemsPerRequest: count, titleLength: length } = limits;
  if (lines.length <= count && lines.every((line) => line.length <= length)) return [];
  return [{ id: `lines-${id}`, message: 'console-task.lines-too-long', values: { count, length } }];
}

/** `words`: the customer's. @throws where there are problems left. */
export function toInteraction(task: TaskDraft, words: WordsOf): AddInteractionInput {
  const title = task.title.trim();
  switch (task.kind) {
    case 'agreement': {
      if (!task.document) throw new Error('Failed to ask for a signature: the document is missing.');
      return { kind: 'esign', title, document: task.document.fileId, fields: task.fields, canDecline: true };
    }
    case 'questionnaire':
      return { kind: 'workflow', title, definition: questionnaire(words, title) };
    case 'questions':
      return { kind: 'workflow', title, definition: questions(title, listLines(task.lines)) };
    case 'payment': {
      const amount = toMoney(task);
      if (!amount) throw new Error('Failed to ask for a payment: the amount is missing.');
      return { kind: 'payment', title, amount, purpose: task.purpose.trim() };
    }
    default:
      return { kind: 'document-request', title, items: paperItems(listLines(task.lines)) };
  }
}

/** A dot or a comma before the cents; nothing else but digits. */
function toMoney({ amount, currency }: DraftOf<'payment'>): Money | null {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const [, whole, cents = ''] = /^(\d{1,9})(?:[.,](\d+))?$/.exec(amount.trim()) ?? [];
  if (whole === undefined || cents.length > digits) return null;
  const minorUnits = Number(whole + cents.padEnd(digits, '0'));
  return minorUnits > 0 ? { minorUnits, currency } : null;
}
