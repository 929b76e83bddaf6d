import type { ReactNode } from 'react';

import { Text } from '#lib/i18n/text.tsx';
import styles from '#ui/skeleton.module.css';

type SkeletonProps = {
  /** `page`: whatever fills most of a screen. */
  shape?: 'line' | 'heading' | 'block' | 'page' | 'button';
  /** Percent of the room there is; the shape's own when absent. */
  width?: number;
  /** Pixels; only for `block`. */
  height?: number;
};

/** Stands where something will be, in its shape and size. */
export const Skeleton = ({ shape = 'line', width, height }: SkeletonProps) => (
  <span
    className={styles['skeleton']}
    data-shape={shape}
    style={{ inlineSize: width === undefined ? undefined : `${width}%`, blockSize: height }}
    aria-hidden
  />
);

type LoadingProps = {
  /** What is being loaded, said after a second; "Loading…" when absent. */
  label?: ReactNode;
  /** Skeletons in the shape of what comes. */
  children: ReactNode;
};

/** Around skeletons: they appear at once, words only when it takes longer than a second. */
export const Loading = ({ label, children }: LoadingProps) => (
  <div className={styles['loading']} aria-busy>
    {children}
    <output className={styles['words']}>{label ?? <Text id="ui.loading" />}</output>
  </div>
);
