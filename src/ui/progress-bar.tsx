import { type ReactNode, useId } from 'react';

import { useFormat } from '#lib/i18n/use-format.ts';
import styles from '#ui/progress-bar.module.css';

type ProgressBarProps = {
  label: ReactNode;
  /** From 0 to 1. */
  value: number;
  /** In numbers that mean something ("1.2 of 4 MB"); the percentage when absent. */
  detail?: ReactNode;
};

/** Long work, with numbers. */
export const ProgressBar = ({ label, value, detail }: ProgressBarProps) => {
  const id = useId();
  const format = useFormat();
  const share = Math.min(1, Math.max(0, value));
  return (
    <div className={styles['root']}>
      <div className={styles['words']}>
        <span id={id}>{label}</span>
        <span className={styles['detail']}>{detail ?? format.percent(Math.floor(share * 100) / 100)}</span>
      </div>
      <progress className={styles['bar']} aria-labelledby={id} max={100} value={Math.floor(share * 100)} />
    </div>
  );
};
