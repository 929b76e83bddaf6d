import type { ReactNode } from 'react';

import styles from '#ui/stack.module.css';

type StackProps = {
  children: ReactNode;
  /** `small` between a control and its words, `regular` between parts, `large` between sections. */
  gap?: 'small' | 'regular' | 'large';
  /** In a line that wraps, instead of one under the other. */
  inline?: boolean;
};

/** Even distances between whatever is inside. */
export const Stack = ({ children, gap = 'regular', inline = false }: StackProps) => (
  <div className={styles['stack']} data-gap={gap} data-inline={inline || undefined}>
    {children}
  </div>
);
