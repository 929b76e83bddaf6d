import type { ReactNode } from 'react';
import FileText from 'lucide-react/icons/file-text';

import styles from '#ui/file-chip.module.css';
import { Icon } from '#ui/icon.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';

/** Files that go with what is being written. */
export const FileChips = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={styles['chips']} aria-label={label}>
    {children}
  </ul>
);

type FileChipProps = {
  name: string;
  /** How large it is, how far it got, or why it is not taken. */
  words: ReactNode;
  isTrouble: boolean;
  /** How much of it is through, from 0 to 1, while that can be seen. */
  sent?: number | undefined;
  /** What can be done about it. */
  children: ReactNode;
};

export const FileChip = ({ name, words, isTrouble, sent, children }: FileChipProps) => {
  // Note: inside, so that a name in another script begins where the others do.
  const title = (
    <span className={styles['name']}>
      <bdi>{name}</bdi>
    </span>
  );
  return (
    <li className={styles['chip']} data-tone={isTrouble ? 'danger' : undefined}>
      <span className={styles['icon']}>
        <Icon icon={FileText} size={16} />
      </span>
      <span className={styles['words']}>
        {sent === undefined ? (
          <>
            {title}
            <span className={styles['note']}>{words}</span>
          </>
        ) : (
          <ProgressBar label={title} value={sent} detail={words} />
        )}
      </span>
      {children}
    </li>
  );
};
