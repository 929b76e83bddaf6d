import type { MouseEvent } from 'react';

import { Text } from '#lib/i18n/text.tsx';
import styles from '#ui/skip-link.module.css';

/** The first stop of a page: a way past what is the same on all of them, to the element with this id. The address stays. */
export const SkipLink = ({ to }: { to: string }) => {
  const skip = (event: MouseEvent) => {
    event.preventDefault();
    document.getElementById(to)?.focus();
  };
  return (
    <a className={styles['skip']} href={`#${to}`} onClick={skip}>
      <Text id="ui.skip-to-content" />
    </a>
  );
};
