import { type RefObject, type SyntheticEvent, useEffect, useRef } from 'react';

import { ChatPanel } from '#room/collaboration/chat/chat-panel.tsx';
import styles from '#room/collaboration/chat/chat-sheet.module.css';

/** The messages in front of the page, above the keyboard. Lives while it is open. */
export const ChatSheet = ({ onClose }: { onClose: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog);
  useVisibleArea(dialog);
  const onCancel = (event: SyntheticEvent) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog ref={dialog} className={styles['sheet']} aria-labelledby="chat-title" onCancel={onCancel}>
      <ChatPanel titleId="chat-title" onClose={onClose} />
    </dialog>
  );
};

function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [dialog]);
}

/** A phone's keyboard covers the page without making it smaller; only the visual viewport knows what is left to see. */
function useVisibleArea(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return undefined;
    const fit = () => {
      dialog.current?.style.setProperty('--visible-height', `${viewport.height}px`);
      dialog.current?.style.setProperty('--visible-top', `${viewport.offsetTop}px`);
    };
    fit();
    viewport.addEventListener('resize', fit);
    viewport.addEventListener('scroll', fit);
    return () => {
      viewport.removeEventListener('resize', fit);
      viewport.removeEventListener('scroll', fit);
    };
  }, [dialog]);
}
