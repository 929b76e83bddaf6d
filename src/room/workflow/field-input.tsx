import type { ReactNode } from 'react';

import type { FormField } from '#contract/workflow.ts';
import { isAddress } from '#domain/answer-kinds.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { AddressInput } from '#room/workflow/address-input.tsx';
import { blankAddress, type Entered, no, yes } from '#room/workflow/answer-texts.ts';
import styles from '#room/workflow/field-input.module.css';
import { type InputProps, type OfKind, toWords } from '#room/workflow/field-words.tsx';
import { FileInput } from '#room/workflow/file-input.tsx';
import { MoneyInput } from '#room/workflow/money-input.tsx';
import { PhoneInput } from '#room/workflow/phone-input.tsx';
import { SeveralChoices } from '#room/workflow/several-choices.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';

/** More are easier to scan closed up. */
const mostRadios = 7;
/** Keeps browsers from offering a year of six digits. */
const lastDate = '9999-12-31';

/** One question, asked with the control the customer's device knows best. */
export const FieldInput = ({ value, ...rest }: InputProps<FormField, Entered>) => {
  const { field } = rest;
  const props = { ...rest, value: typeof value === 'string' ? value : '' };
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
    case 'multiple-choice':
      return <SeveralChoices {...rest} field={field} value={Array.isArray(value) ? value : []} />;
    case 'yes-no':
      return <YesNo {...props} field={field} />;
    case 'money':
      return <MoneyInput {...props} field={field} />;
    case 'phone':
      return <PhoneInput {...props} field={field} />;
    case 'address':
      return <AddressInput {...rest} field={field} value={isAddress(value) ? value : blankAddress} />;
    case 'file':
      return <FileInput field={field} error={rest.error} />;
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
