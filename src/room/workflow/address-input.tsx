import type { ComponentProps } from 'react';

import { limits } from '#contract/limits.ts';
import type { Address } from '#contract/workflow.ts';
import { findAddressProblem } from '#domain/answer-kinds.ts';
import { listCountries } from '#lib/i18n/address-lines.ts';
import { useI18n } from '#lib/i18n/i18n-provider.tsx';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { type InputProps, type OfKind, toPartId, toWords, wrongPart } from '#room/workflow/field-words.tsx';
import { ChoiceGroup } from '#ui/choice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextField } from '#ui/text-field.tsx';

type AddressProps = InputProps<OfKind<'address'>, Address>;
type Part = keyof Address;

/** What the parts are called where the address is. */
const localNames: Readonly<Record<string, { postalCode: TextId; region: TextId }>> = {
  US: { postalCode: 'workflow.address.zip-code', region: 'workflow.address.state' },
  GB: { postalCode: 'workflow.address.postcode', region: 'workflow.address.county' },
  CA: { postalCode: 'workflow.address.postal-code', region: 'workflow.address.province' },
};
const usualNames = { postalCode: 'workflow.address.postal-code', region: 'workflow.address.region' } as const;

/** A postal address. The country comes first: the names of the other parts follow it. */
export const AddressInput = (props: AddressProps) => {
  const { field, value, error, onChange } = props;
  const { name, ...words } = toWords({ field });
  const names = localNames[value.country] ?? usualNames;
  const problem = error === undefined ? null : findAddressProblem(value);

  /** Note: a section of its own, or the browser fills in two addresses of one page together. */
  const control = (part: Part, token: string) => {
    return {
      id: toPartId(field, part),
      name: `${name}-${part}`,
      value: value[part],
      autoComplete: `section-${field.id} ${token}`,
      error: problem !== null && wrongPart(problem) === part ? error : undefined,
      onChange: ({ target }: { target: { value: string } }) => onChange({ ...value, [part]: target.value }),
    };
  };

  return (
    <ChoiceGroup {...words}>
      <Stack>
        <CountrySelect {...control('country', 'country')} />
        <Line {...control('line1', 'address-line1')} label="workflow.address.line1" />
        <Line {...control('line2', 'address-line2')} label="workflow.address.line2" optional />
        <Line {...control('postalCode', 'postal-code')} label={names.postalCode} autoCapitalize="characters" />
        <Line {...control('city', 'address-level2')} label="workflow.address.city" />
        <Line {...control('region', 'address-level1')} label={names.region} optional />
      </Stack>
    </ChoiceGroup>
  );
};

type LineProps = Omit<ComponentProps<typeof TextField>, 'label'> & { label: TextId };

const Line = ({ label, ...rest }: LineProps) => (
  <TextField {...rest} label={<Text id={label} />} maxLength={limits.addressLineLength} />
);

const CountrySelect = (props: Omit<ComponentProps<typeof SelectField>, 'label' | 'children'>) => {
  const text = useText();
  const { locale } = useI18n().state.speech;
  return (
    <SelectField {...props} label={<Text id="workflow.address.country" />}>
      <option value="">{text('workflow.choose')}</option>
      {listCountries(locale).map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
};
