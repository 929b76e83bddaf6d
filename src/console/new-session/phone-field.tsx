import type { PartProps } from '#console/new-session/part-props.ts';
import { listCallingCodes, toE164 } from '#lib/phone/phone-number.ts';
import { Text } from '#lib/i18n/text.tsx';
import { FieldRow } from '#ui/field-row.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';

const countries = listCallingCodes('en');

type PhoneFieldProps = Pick<PartProps, 'draft' | 'change'> & { error: string | undefined; optional: boolean };

/** A number as people of the picked country write it, and beside it what will be dialled. */
export const PhoneField = ({ draft: { phone, country }, change, error, optional }: PhoneFieldProps) => {
  const dialled = toE164(phone, country);
  return (
    <FieldRow>
      <SelectField
        label={<Text id="console-new-session.country" />}
        value={country}
        onChange={({ target }) => change({ country: target.value })}
      >
        {countries.map(({ code, label }) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        id="phone"
        label={<Text id="console-new-session.phone" />}
        hint={dialled === null ? undefined : <Text id="console-new-session.dialled" values={{ number: dialled }} />}
        error={error}
        optional={optional}
        type="tel"
        autoComplete="off"
        value={phone}
        onChange={({ target }) => change({ phone: target.value })}
      />
    </FieldRow>
  );
};
