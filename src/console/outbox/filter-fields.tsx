import { deliveryStates } from '#contract/outbox.ts';
import type { Filters } from '#console/outbox/outbox-filters.ts';
import styles from '#console/outbox/outbox.module.css';
import { useText } from '#lib/i18n/text.tsx';
import { SelectField } from '#ui/select-field.tsx';

type FilterFieldsProps = { filters: Filters; onChange: (changes: Filters) => void };

export const FilterFields = ({ filters, onChange }: FilterFieldsProps) => {
  const text = useText();
  return (
    <div role="search" className={styles['filters']}>
      <SelectField
        label={text('console-outbox.delivery')}
        value={filters.delivery ?? ''}
        onChange={({ target }) => onChange({ delivery: target.value })}
      >
        <option value="">{text('console-outbox.delivery-all')}</option>
        {deliveryStates.map((state) => (
          <option key={state} value={state}>
            {text(`console-outbox.state-${state}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={text('console-outbox.channel')}
        value={filters.channel ?? ''}
        onChange={({ target }) => onChange({ channel: target.value })}
      >
        <option value="">{text('console-outbox.channel-all')}</option>
        <option value="email">{text('console-outbox.channel-email')}</option>
        <option value="sms">{text('console-outbox.channel-sms')}</option>
      </SelectField>
    </div>
  );
};
