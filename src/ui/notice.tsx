import { type ReactNode, useEffect, useRef } from 'react';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import X from 'lucide-react/icons/x';

import { useText } from '#lib/i18n/text.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Icon } from '#ui/icon.tsx';
import styles from '#ui/notice.module.css';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

type NoticeProps = {
  tone: NoticeTone;
  /** Names the region for those who jump between regions; the title, or what the notice is about. */
  label: string;
  title?: ReactNode;
  children: ReactNode;
  /** Buttons under the words. */
  actions?: ReactNode;
  onDismiss?: () => void;
  /** Appears while the customer is doing something else: spoken when they pause. What went wrong comes into sight as well. */
  live?: boolean;
};

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert };

/** Something to know, in the flow of the page: it moves things down, it never covers them. */
export const Notice = ({ tone, label, title, children, actions, onDismiss, live = false }: NoticeProps) => {
  const text = useText();
  const section = useRef<HTMLElement>(null);
  const comesIntoSight = live && tone === 'danger';
  useEffect(() => {
    if (comesIntoSight) section.current?.scrollIntoView({ block: 'nearest' });
  }, [comesIntoSight]);
  return (
    <section
      ref={section}
      className={styles['notice']}
      data-tone={tone}
      aria-label={label}
      aria-live={live ? 'polite' : undefined}
    >
      <span className={styles['icon']}>
        <Icon icon={icons[tone]} />
      </span>
      <div className={styles['body']}>
        {title !== undefined && <p className={styles['title']}>{title}</p>}
        <div ref={letScrollByKey} className={styles['words']}>
          {children}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
      {onDismiss !== undefined && <IconButton icon={X} label={text('ui.dismiss')} onClick={onDismiss} />}
    </section>
  );
};

/** Note: some browsers scroll by keyboard only what can have the focus. */
function letScrollByKey(words: HTMLElement | null): void {
  if (words && words.scrollHeight > words.clientHeight) words.tabIndex = 0;
}
