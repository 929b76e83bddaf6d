import type { ReactNode } from 'react';

import styles from '#console/layout/console-page.module.css';
import { useText } from '#lib/i18n/text.tsx';
import { FocusHeading } from '#ui/focus-heading.tsx';

type ConsolePageProps = {
  /** The page's one `h1`, and the name of the tab. */
  title: string;
  /** What the page is about (`session-42`); a change moves focus and reading to the top. */
  focusKey: string;
  /** One sentence under the heading. */
  lead?: ReactNode;
  /** Beside the heading, under it on phones: what can be done with all of it. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A page of the console: its name, what can be done, its content. */
export const ConsolePage = ({ title, focusKey, lead, actions, children }: ConsolePageProps) => {
  const text = useText();
  return (
    <div className={styles['page']}>
      <title>{text('console.title', { place: title })}</title>
      <div className={styles['head']}>
        <div className={styles['intro']}>
          <FocusHeading focusKey={focusKey}>{title}</FocusHeading>
          {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
      {children}
    </div>
  );
};
