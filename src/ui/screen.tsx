import type { ReactNode } from 'react';

import { ActionBar } from '#ui/action-bar.tsx';
import { FocusHeading } from '#ui/focus-heading.tsx';
import styles from '#ui/screen.module.css';
import { Loading, Skeleton } from '#ui/skeleton.tsx';

type ScreenProps = {
  heading: ReactNode;
  /** What the screen is about (`esign-42`); a change moves focus and reading to the top. */
  focusKey: string;
  /** One sentence under the heading: who asks, what for. */
  lead?: ReactNode;
  /** Above the heading, in the flow. */
  notices?: ReactNode;
  children?: ReactNode;
  /** Buttons, the primary one first. */
  actions?: ReactNode;
  width?: 'task' | 'room';
};

/** One task: a heading, what it is about, and what to do; on phones the actions stay within the thumb's reach. */
export const Screen = ({ heading, focusKey, lead, notices, children, actions, width = 'task' }: ScreenProps) => (
  <div className={styles['screen']} data-width={width}>
    <div className={styles['content']}>
      {notices}
      <div className={styles['intro']}>
        <FocusHeading focusKey={focusKey}>{heading}</FocusHeading>
        {lead !== undefined && <p className={styles['lead']}>{lead}</p>}
      </div>
      {children}
    </div>
    {actions !== undefined && <ActionBar>{actions}</ActionBar>}
  </div>
);

type ScreenSkeletonProps = {
  /** What the screen will be called, where that is known: already in its place, though nobody's heading yet. */
  heading?: ReactNode;
  /** Said after a second. */
  label?: ReactNode;
};

/** Where a screen will be, while its code or its first data are on their way. */
export const ScreenSkeleton = ({ heading, label }: ScreenSkeletonProps) => (
  <div className={styles['screen']}>
    <div className={styles['content']}>
      <Loading label={label}>
        {heading === undefined ? <Skeleton shape="heading" /> : <p className={styles['heading']}>{heading}</p>}
        <Skeleton />
        <Skeleton shape="page" />
      </Loading>
    </div>
  </div>
);
