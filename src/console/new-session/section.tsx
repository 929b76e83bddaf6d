import { type ReactNode, useId } from 'react';

import styles from '#console/new-session/new-session.module.css';
import { Card } from '#ui/card.tsx';

/** One part of the form, named by its heading. */
export const Section = ({ title, children }: { title: ReactNode; children: ReactNode }) => {
  const id = useId();
  return (
    <Card as="section" aria-labelledby={id}>
      <div className={styles['section']}>
        <h2 id={id} className={styles['heading']}>
          {title}
        </h2>
        {children}
      </div>
    </Card>
  );
};
