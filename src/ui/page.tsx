import type { ReactNode } from 'react';

import { FocusMemory } from '#ui/focus-heading.tsx';
import styles from '#ui/page.module.css';
import { useReplaceShell } from '#ui/shell.ts';
import { SkipLink } from '#ui/skip-link.tsx';

type PageProps = {
  /** What everybody should know before anything else: first to reach, above the header, in the flow. */
  notices?: ReactNode;
  /** Usually a `PageHeader`. */
  header?: ReactNode;
  /** One or several `Screen`s' worth of content. */
  children: ReactNode;
};

const contentId = 'content';

/** The frame of every page: a way past the header, the header, the main part. */
export const Page = ({ notices, header, children }: PageProps) => {
  useReplaceShell();
  return (
    <FocusMemory>
      <div className={styles['page']}>
        <SkipLink to={contentId} />
        {notices !== undefined && <div className={styles['notices']}>{notices}</div>}
        {header !== undefined && <header className={styles['header']}>{header}</header>}
        <main id={contentId} className={styles['main']} tabIndex={-1}>
          {children}
        </main>
      </div>
    </FocusMemory>
  );
};

type PageHeaderProps = {
  /** Logo or name of the business. */
  brand: ReactNode;
  /** Where am I: "2 of 4 · Sign your agreement". */
  place?: ReactNode;
  menu?: ReactNode;
};

export const PageHeader = ({ brand, place, menu }: PageHeaderProps) => (
  <div className={styles['line']}>
    <div className={styles['where']}>
      <div className={styles['brand']}>{brand}</div>
      {place !== undefined && (
        <div className={styles['place']}>
          <bdi>{place}</bdi>
        </div>
      )}
    </div>
    {menu !== undefined && <div className={styles['menu']}>{menu}</div>}
  </div>
);
