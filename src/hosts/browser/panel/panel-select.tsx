import ChevronDown from 'lucide-react/icons/chevron-down';

import styles from '#hosts/browser/panel/panel.module.css';
import { Icon } from '#ui/icon.tsx';

type PanelSelectProps = {
  label: string;
  value: string;
  options: readonly string[];
  onChange: (value: string) => void;
};

/** A choice inside a line that says already what it is about: the label is only read out. */
export const PanelSelect = ({ label, value, options, onChange }: PanelSelectProps) => (
  <span className={styles['select']}>
    <select aria-label={label} value={value} onChange={({ target }) => onChange(target.value)}>
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
    <Icon icon={ChevronDown} size={16} />
  </span>
);
