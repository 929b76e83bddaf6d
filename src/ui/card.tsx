import type { HTMLAttributes, ReactNode } from 'react';

import styles from '#ui/card.module.css';

type CardProps = Omit<HTMLAttributes<HTMLElement>, 'className' | 'style'> & {
  children: ReactNode;
  as?: 'div' | 'section' | 'article' | 'li';
  /** `flush` when the content brings its own distances (lists, documents). */
  padding?: 'regular' | 'flush';
};

/** A sheet of paper on the page. */
export const Card = ({ as: Element = 'div', padding = 'regular', ...rest }: CardProps) => (
  <Element {...rest} className={styles['card']} data-padding={padding} />
);
