import { type MouseEvent, type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';
import X from 'lucide-react/icons/x';

import { useText } from '#lib/i18n/text.tsx';
import styles from '#ui/dialog.module.css';
import { IconButton } from '#ui/icon-button.tsx';

type DialogProps = {
  open: boolean;
  /** Escape, the backdrop and the close button ask for it; the owner decides. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons, the primary one first. */
  actions?: ReactNode;
  /** `wide` for drawing and documents. */
  size?: 'regular' | 'wide';
  /** False while something must not be interrupted: no close button, Escape and backdrop do nothing. */
  dismissible?: boolean;
};

/** Opens and closes the element as `open` says; focus goes in, and back to where it was. */
const useModal = (open: boolean) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!open || element === null) return undefined;
    const opener = document.activeElement;
    element.showModal();
    heading.current?.focus();
    return () => {
      element.close();
      swallowSecondPress();
      // Note: browsers do this too, but not where the element was removed at the same time.
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [open]);
  return { dialog, heading };
};

/** Milliseconds in which two presses are one double tap. */
const doubleTap = 500;

/** A double tap on what closes a dialog ends on what lay beneath it, which may well be “Sign and continue”: its second press is nobody's. */
function swallowSecondPress(): void {
  const swallow = (event: globalThis.MouseEvent) => event.detail > 1 && event.stopPropagation();
  // Note: named, because by then it may be the page of the past, which has no globals any more.
  const page = window;
  page.addEventListener('click', swallow, { capture: true });
  setTimeout(() => page.removeEventListener('click', swallow, { capture: true }), doubleTap);
}

const DialogContent = ({ onClose, title, children, actions, size = 'regular', dismissible = true }: DialogProps) => {
  const { dialog, heading } = useModal(true);
  const titleId = useId();
  const text = useText();

  const askToClose = () => dismissible && onClose();
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    // Note: a file picker inside reports its own cancel, which bubbles.
    if (event.target === event.currentTarget) askToClose();
  };
  const onBackdrop = (event: MouseEvent) => event.target === event.currentTarget && askToClose();

  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      data-size={size}
      aria-labelledby={titleId}
      onCancel={onCancel}
      onPointerDown={onBackdrop}
    >
      <div className={styles['sheet']}>
        <div className={styles['head']}>
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {dismissible && <IconButton icon={X} label={text('ui.close')} onClick={onClose} />}
        </div>
        <div className={styles['body']}>{children}</div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </div>
    </dialog>
  );
};

/** A question or a small task in front of the page; a sheet from the bottom on phones. Its content lives while it is open. */
export const Dialog = (props: DialogProps) => props.open && <DialogContent {...props} />;
