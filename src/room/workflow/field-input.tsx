import type { ReactNode } from 'react';

import type { FormField } from '#contract/workflow.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { no, yes } from '#room/workflow/answer-texts.ts';
import styles from '#room/workflow/field-input.module.css';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';

type Kind = FormField['kind'];
type OfKind<One extends Kind> = Extract<FormField, { kind: One }>;

type InputProps<Field extends FormField = FormField> = {
  field: Field;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
};

/** More are easier to scan closed up. */
const mostRadios = 7;
/** Keeps browsers from offering a year of six digits. */
const lastDate = '9999-12-31';

/** Where the error summary leads to. */
export const toInputId = ({ id }: Pick<FormField, 'id'>): string => `answer-${id}`;

/** What the business wrote keeps its own direction, whatever language the page speaks. */
const toWords = ({ field, error }: InputProps) => ({
  id: toInputId(field),
  name: field.id,
  label: <bdi>{field.label}</bdi>,
  hint: field.hint && <bdi>{field.hint}</bdi>,
  error,
  optional: !field.required,
});

/** One question, asked with the control the customer's device knows best. */
export const FieldInput = (props: InputProps) => {
  const { field } = props;
  switch (field.kind) {
    case 'text':
      return field.long ? <LongTextInput {...props} field={field} /> : <ShortTextInput {...props} field={field} />;
    case 'number':
      return <NumberInput {...props} field={field} />;
    case 'date':
      return <DateInput {...props} field={field} />;
    case 'email':
      return <EmailInput {...props} field={field} />;
    case 'choice':
      return field.options.length > mostRadios ? (
        <OptionSelect {...props} field={field} />
      ) : (
        <Radios {...props} options={field.options.map(({ value, label }) => ({ value, label: <bdi>{label}</bdi> }))} />
      );
    case 'yes-no':
      return <YesNo {...props} field={field} />;
  }
};

const ShortTextInput = (props: InputProps<OfKind<'text'>>) => (
  <TextField
    {...toWords(props)}
    value={props.value}
    autoComplete={props.field.autoComplete ?? undefined}
    enterKeyHint="go"
    onChange={(event) => props.onChange(event.target.value)}
  />
);

const LongTextInput = (props: InputProps<OfKind<'text'>>) => (
  <TextArea
    {...toWords(props)}
    value={props.value}
    limit={props.field.maxLength}
    autoComplete={props.field.autoComplete ?? undefined}
    rows={4}
    onChange={(event) => props.onChange(event.target.value)}
  />
);

/** Note: phones' number pads have no minus, and `type="number"` throws away what it cannot read. */
const NumberInput = (props: InputProps<OfKind<'number'>>) => {
  const { minimum, decimals } = props.field;
  const mayBeNegative = minimum === null || minimum < 0;
  const digits = decimals === 0 ? 'numeric' : 'decimal';
  return (
    <div className={styles['short']}>
      <TextField
        {...toWords(props)}
        value={props.value}
        inputMode={mayBeNegative ? 'text' : digits}
        autoComplete="off"
        enterKeyHint="go"
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
};

const DateInput = (props: InputProps<OfKind<'date'>>) => (
  <div className={styles['short']}>
    <TextField
      {...toWords(props)}
      type="date"
      value={props.value}
      min={props.field.earliest ?? undefined}
      max={props.field.latest ?? lastDate}
      onChange={(event) => props.onChange(event.target.value)}
    />
  </div>
);

const EmailInput = (props: InputProps<OfKind<'email'>>) => (
  <TextField
    {...toWords(props)}
    type="email"
    inputMode="email"
    autoComplete="email"
    autoCapitalize="none"
    spellCheck={false}
    enterKeyHint="go"
    value={props.value}
    onChange={(event) => props.onChange(event.target.value)}
  />
);

const OptionSelect = (props: InputProps<OfKind<'choice'>>) => {
  const text = useText();
  return (
    <SelectField {...toWords(props)} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
      <option value="">{text('workflow.choose')}</option>
      {props.field.options.map(({ value, label }) => (
        <option key={value} value={value} dir="auto">
          {label}
        </option>
      ))}
    </SelectField>
  );
};

const YesNo = (props: InputProps<OfKind<'yes-no'>>) => (
  <Radios
    {...props}
    options={[
      { value: yes, label: <Text id="workflow.yes" /> },
      { value: no, label: <Text id="workflow.no" /> },
    ]}
  />
);

type RadiosProps = InputProps & { options: readonly { value: string; label: ReactNode }[] };

const Radios = ({ options, ...props }: RadiosProps) => {
  const { name, ...words } = toWords(props);
  const isInvalid = props.error !== undefined;
  return (
    <ChoiceGroup {...words}>
      {options.map(({ value, label }) => (
        <Choice
          key={value}
          type="radio"
          name={name}
          label={label}
          value={value}
          checked={props.value === value}
          aria-invalid={isInvalid || undefined}
          // Note: the group's description is not read to those who arrive at one of its options by a link.
          aria-describedby={isInvalid ? `${words.id}-error` : undefined}
          onChange={() => props.onChange(value)}
        />
      ))}
    </ChoiceGroup>
  );
};
