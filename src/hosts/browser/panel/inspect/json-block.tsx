import { useId } from 'react';

import styles from '#hosts/browser/panel/panel.module.css';

type JsonBlockProps = { title: string; value: unknown };

export const JsonBlock = ({ title, value }: JsonBlockProps) => {
  const titleId = useId();
  return (
    <div>
      <h3 id={titleId} className={styles['group']}>
        {title}
      </h3>
      <pre className={styles['json']} role="region" aria-labelledby={titleId} tabIndex={0}>
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
};
