import type { ReactNode } from 'react';

import styles from '#ui/badge.module.css';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A state in one or two words. */
export const Badge = ({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) => (
  <span className={styles['badge']} data-tone={tone}>
    {icon}
    {children}
  </span>
);
