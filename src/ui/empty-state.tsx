import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';

import styles from '#ui/empty-state.module.css';
import { Icon } from '#ui/icon.tsx';

type EmptyStateProps = {
  icon?: LucideIcon;
  /** One sentence: nothing here. */
  title: ReactNode;
  /** What happens next. */
  children?: ReactNode;
  action?: ReactNode;
};

export const EmptyState = ({ icon, title, children, action }: EmptyStateProps) => (
  <div className={styles['empty']}>
    {icon && (
      <span className={styles['icon']}>
        <Icon icon={icon} size={24} />
      </span>
    )}
    <p className={styles['title']}>{title}</p>
    {children !== undefined && <p className={styles['words']}>{children}</p>}
    {action !== undefined && <div className={styles['action']}>{action}</div>}
  </div>
);
