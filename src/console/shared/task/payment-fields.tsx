import { limits } from '#contract/limits.ts';
import type { DraftOf } from '#console/shared/task/task-draft.ts';
import type { TaskProps } from '#console/shared/task/task-props.ts';
import { Text } from '#lib/i18n/text.tsx';
import { FieldRow } from '#ui/field-row.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';

const currencies = ['EUR', 'USD', 'GBP', 'PLN', 'CHF', 'SEK', 'AED', 'SAR', 'JPY'] as const;

export const PaymentFields = ({ task, onChange, errorOf, language }: TaskProps<DraftOf<'payment'>>) => (
  <>
    <FieldRow>
      <TextField
        id={`amount-${task.id}`}
        label={<Text id="console-task.amount" />}
        error={errorOf(`amount-${task.id}`)}
        inputMode="decimal"
        autoComplete="off"
        value={task.amount}
        onChange={({ target }) => onChange({ ...task, amount: target.value })}
      />
      <SelectField
        label={<Text id="console-task.currency" />}
        value={task.currency}
        onChange={({ target }) => onChange({ ...task, currency: target.value })}
      >
        {currencies.map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </SelectField>
    </FieldRow>
    <TextField
      id={`purpose-${task.id}`}
      label={<Text id="console-task.purpose" />}
      error={errorOf(`purpose-${task.id}`)}
      lang={language}
      dir="auto"
      autoComplete="off"
      maxLength={limits.titleLength}
      value={task.purpose}
      onChange={({ target }) => onChange({ ...task, purpose: target.value })}
    />
  </>
);
