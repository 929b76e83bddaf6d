import type { ReactNode } from 'react';

import styles from '#console/layout/plain.module.css';
import { FocusHeading } from '#ui/focus-heading.tsx';

type PlainProps = { title: ReactNode; focusKey: string; lead?: ReactNode; children: ReactNode };

/** A page without navigation, about one thing: signing in, a password, what went wrong. */
export const Plain = ({ title, focusKey, lead, children }: PlainProps) => (
  <main className={styles['plain']}>
    <div className={styles['card']}>
      <FocusHeading focusKey={focusKey}>{title}</FocusHeading>
      {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
      {children}
    </div>
  </main>
);
