import { type Language, languageSchema } from '#contract/language.ts';
import { SelectField } from '#ui/select-field.tsx';

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

type LanguageFieldProps = { label: string; value: Language; onChange: (language: Language) => void };

/** What messages to somebody are written in. */
export const LanguageField = ({ label, value, onChange }: LanguageFieldProps) => (
  <SelectField
    label={label}
    value={value}
    onChange={({ target }) => onChange(languageSchema.options.find((one) => one === target.value) ?? value)}
  >
    {languageSchema.options.map((one) => (
      <option key={one} value={one}>
        {languageNames.of(one)}
      </option>
    ))}
  </SelectField>
);
