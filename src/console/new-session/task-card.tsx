import Trash2 from 'lucide-react/icons/trash-2';

import { AgreementFields } from '#console/new-session/agreement-fields.tsx';
import styles from '#console/new-session/new-session.module.css';
import type { TaskDraft } from '#console/new-session/session-draft.ts';
import type { DraftProblem } from '#console/new-session/to-start-input.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';

type TaskCardProps = {
  task: TaskDraft;
  index: number;
  problems: readonly DraftProblem[];
  onChange: (task: TaskDraft) => void;
  onRemove: () => void;
};

/** One thing to do: what the customer will read, and what it is about. */
export const TaskCard = ({ task, index, problems, onChange, onRemove }: TaskCardProps) => {
  const text = useText();
  const errorOf = (id: string) => problems.flatMap((one) => (one.id === id ? [text(one.message)] : []))[0];
  return (
    <div className={styles['task']} role="group" aria-label={text('console-new-session.task', { number: index + 1 })}>
      <div className={styles['task-head']}>
        <TextField
          id={`title-${task.id}`}
          label={<Text id="console-new-session.task-title" values={{ number: index + 1 }} />}
          error={errorOf(`title-${task.id}`)}
          maxLength={160}
          value={task.title}
          onChange={({ target }) => onChange({ ...task, title: target.value })}
        />
        <IconButton
          icon={Trash2}
          label={text('console-new-session.remove-task', { title: task.title })}
          onClick={onRemove}
        />
      </div>
      {task.kind === 'agreement' && (
        <AgreementFields task={task} onChange={onChange} error={errorOf(`document-${task.id}`)} />
      )}
      {task.kind === 'payment' && (
        <PaymentFields task={task} onChange={onChange} error={errorOf(`amount-${task.id}`)} />
      )}
      {task.kind === 'identity' && (
        <p className={styles['muted']}>
          <Text id="console-new-session.identity-words" />
        </p>
      )}
      {task.kind === 'questionnaire' && (
        <p className={styles['muted']}>
          <Text id="console-new-session.questionnaire-words" />
        </p>
      )}
    </div>
  );
};

const currencies = ['EUR', 'USD', 'GBP', 'PLN', 'CHF', 'SEK', 'AED', 'SAR', 'JPY'] as const;

type PaymentFieldsProps = {
  task: Extract<TaskDraft, { kind: 'payment' }>;
  onChange: (task: TaskDraft) => void;
  error: string | undefined;
};

const PaymentFields = ({ task, onChange, error }: PaymentFieldsProps) => (
  <div className={styles['row']}>
    <TextField
      id={`amount-${task.id}`}
      label={<Text id="console-new-session.amount" />}
      error={error}
      inputMode="decimal"
      autoComplete="off"
      value={task.amount}
      onChange={({ target }) => onChange({ ...task, amount: target.value })}
    />
    <SelectField
      label={<Text id="console-new-session.currency" />}
      value={task.currency}
      onChange={({ target }) => onChange({ ...task, currency: target.value })}
    >
      {currencies.map((currency) => (
        <option key={currency}>{currency}</option>
      ))}
    </SelectField>
  </div>
);
