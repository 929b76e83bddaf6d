import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';

import { useI18n } from '#lib/i18n/i18n-provider.tsx';
import { Text } from '#lib/i18n/text.tsx';
import { type InputProps, type OfKind, toPartId, toWords } from '#room/workflow/field-words.tsx';
import { type PhoneNumbers, phoneNumbersQuery } from '#room/workflow/chunks.ts';
import { ChoiceGroup } from '#ui/choice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Loading, Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';

type PhoneProps = InputProps<OfKind<'phone'>>;

/** A phone number as it is written in the country it is of. */
export const PhoneInput = (props: PhoneProps) => {
  const { data: numbers } = useQuery({ ...phoneNumbersQuery, throwOnError: true });
  if (numbers) return <PhoneFields {...props} numbers={numbers} />;
  return (
    <Loading>
      <Skeleton width={45} />
      <Skeleton shape="block" height={48} />
    </Loading>
  );
};

type Typed = { country: string; text: string };

const PhoneFields = ({ numbers, ...props }: PhoneProps & { numbers: PhoneNumbers }) => {
  const { field, value, error, onChange } = props;
  const { locale } = useI18n().state.speech;
  const [countries] = useState(() => numbers.listCallingCodes(locale));
  const [typed, setTyped] = useState(() => toTyped(value, numbers, field.country ?? homeOf(locale)));
  const { name, ...words } = toWords({ field });

  const change = (next: Typed) => {
    setTyped(next);
    onChange(toValue(next, numbers));
  };

  return (
    <ChoiceGroup {...words}>
      <Stack>
        <SelectField
          label={<Text id="workflow.phone.country" />}
          value={typed.country}
          autoComplete="off"
          onChange={({ target }) => change({ ...typed, country: target.value })}
        >
          {countries.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </SelectField>
        <TextField
          id={toPartId(field, 'number')}
          name={name}
          label={<Text id="workflow.phone.number" />}
          type="tel"
          dir="ltr"
          autoComplete="tel"
          enterKeyHint="go"
          value={typed.text}
          error={error}
          onChange={({ target }) => change({ ...typed, text: target.value })}
        />
      </Stack>
    </ChoiceGroup>
  );
};

/** E.164; or, while it is none, what was typed after the country that was picked, so that both are there after a reload. */
const toValue = ({ country, text }: Typed, { toE164 }: PhoneNumbers): string =>
  text.trim() === '' ? '' : (toE164(text, country) ?? `${country} ${text}`);

function toTyped(value: string, { readE164 }: PhoneNumbers, home: string): Typed {
  const [, country, text] = /^([A-Z]{2}) (.*)$/s.exec(value) ?? [];
  if (country !== undefined && text !== undefined) return { country, text };
  if (!value.startsWith('+')) return { country: home, text: value };
  const read = readE164(value);
  return { country: read.country ?? home, text: read.written };
}

/** Where most who speak it live. */
const homeOf = (locale: string): string => new Intl.Locale(locale).maximize().region ?? 'GB';
