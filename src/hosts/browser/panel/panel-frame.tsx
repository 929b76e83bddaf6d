import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';
import EyeOff from 'lucide-react/icons/eye-off';
import LogIn from 'lucide-react/icons/log-in';
import X from 'lucide-react/icons/x';

import styles from '#hosts/browser/panel/qa-panel.module.css';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';

type PanelFrameProps = {
  /** Beside the room, which stays in use; else over all of it. */
  isBeside: boolean;
  onClose: () => void;
  /** Puts the panel away until somebody asks for it. */
  onPutAway: () => void;
  /** Opens the link as if for the first time. */
  onEnter: () => void;
  /** Always in sight. */
  status: ReactNode;
  children: ReactNode;
};

export const PanelFrame = ({ isBeside, ...rest }: PanelFrameProps) =>
  isBeside ? <Beside {...rest} /> : <Sheet {...rest} />;

type FrameProps = Omit<PanelFrameProps, 'isBeside'>;

const Beside = ({ children, status, ...actions }: FrameProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const page = document.documentElement;
    page.dataset['qaPanel'] = 'beside';
    heading.current?.focus();
    return () => {
      delete page.dataset['qaPanel'];
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') actions.onClose();
  };
  return (
    <aside className={styles['beside']} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <English>
        <Head titleId={titleId} heading={heading} status={status} {...actions} />
        {children}
      </English>
    </aside>
  );
};

const Sheet = ({ children, status, ...actions }: FrameProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    heading.current?.focus();
    return () => element?.close();
  }, []);
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    // Note: a file picker inside reports its own cancel, which bubbles.
    if (event.target === event.currentTarget) actions.onClose();
  };
  return (
    <dialog ref={dialog} className={styles['sheet']} aria-labelledby={titleId} onCancel={onCancel}>
      <English>
        <Head titleId={titleId} heading={heading} status={status} {...actions} />
        {children}
      </English>
    </dialog>
  );
};

/** The panel stands where the page ends, whatever its direction; what it says runs from left to right. */
const English = ({ children }: { children: ReactNode }) => <div dir="ltr">{children}</div>;

type HeadProps = Omit<FrameProps, 'children'> & {
  titleId: string;
  heading: { current: HTMLHeadingElement | null };
};

const Head = ({ titleId, heading, status, onClose, onPutAway, onEnter }: HeadProps) => (
  <div className={styles['head']}>
    <div className={styles['bar']}>
      <h2 id={titleId} ref={heading} tabIndex={-1} aria-label="QA panel">
        QA
      </h2>
      <kbd className={styles['key']}>Alt Q</kbd>
      <span className={styles['tools']}>
        <Button icon={<Icon icon={LogIn} size={16} />} onClick={onEnter}>
          Enter anew
        </Button>
        <IconButton icon={EyeOff} label="Put the panel away (Alt+Q brings it back)" onClick={onPutAway} />
        <IconButton icon={X} label="Close" onClick={onClose} />
      </span>
    </div>
    {status}
  </div>
);
