import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import FlaskConical from 'lucide-react/icons/flask-conical';

import { PanelFrame } from '#hosts/browser/panel/panel-frame.tsx';
import { isPanelKey, panelMemory } from '#hosts/browser/panel/panel-memory.ts';
import { usePanelTools } from '#hosts/browser/panel/panel-context.ts';
import { PanelSections, type SectionName } from '#hosts/browser/panel/panel-sections.tsx';
import { PanelStatus } from '#hosts/browser/panel/panel-status.tsx';
import styles from '#hosts/browser/panel/qa-panel.module.css';
import { useWideScreen } from '#hosts/browser/panel/use-wide-screen.ts';
import { Icon } from '#ui/icon.tsx';

type QaPanelProps = { isOpenAtFirst: boolean; onPutAway: () => void };

/** A small button at the edge of the room, or the panel that it opens. */
export const QaPanel = ({ isOpenAtFirst, onPutAway }: QaPanelProps) => {
  const { enterAnew } = usePanelTools();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const [section, setSection] = useState<SectionName>('policy');
  const toggle = useRef<HTMLButtonElement>(null);
  const keepPlace = useFocusReturn(isOpen, toggle);
  const [isInFront, setIsInFront] = useState(false);
  const isBeside = useWideScreen() && !isInFront;

  const show = (isShown: boolean) => {
    if (isShown) keepPlace();
    panelMemory.keepOpen(isShown);
    // Note: a task of the room that is in front of everything locks the page behind it, and would lock a panel there.
    setIsInFront(isShown && document.querySelector('dialog[open]') !== null);
    setIsOpen(isShown);
  };
  usePanelKey(() => show(!isOpen));
  const enter = () => {
    // Note: the sheet would cover what QA wants to see.
    if (!isBeside) show(false);
    enterAnew();
  };

  if (!isOpen) {
    return (
      <button
        ref={toggle}
        type="button"
        className={styles['toggle']}
        aria-label="Open the QA panel"
        aria-keyshortcuts="Alt+Q"
        title="QA panel (Alt+Q)"
        onClick={() => show(true)}
      >
        <Icon icon={FlaskConical} />
        <span>QA</span>
      </button>
    );
  }
  return (
    <PanelFrame
      isBeside={isBeside}
      status={<PanelStatus />}
      onClose={() => show(false)}
      onPutAway={onPutAway}
      onEnter={enter}
    >
      <PanelSections selected={section} onSelect={setSection} />
    </PanelFrame>
  );
};

function usePanelKey(onPress: () => void): void {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isPanelKey(event)) return;
      event.preventDefault();
      press();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Closed, the focus is where it was before, in the room or on the button. Gives what to call before opening. */
function useFocusReturn(isOpen: boolean, toggle: RefObject<HTMLButtonElement | null>): () => void {
  const place = useRef<Element | null>(null);
  useEffect(() => {
    if (isOpen) return;
    const before = place.current;
    place.current = null;
    if (before === null) return;
    const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
    (isThere ? before : toggle.current)?.focus();
  }, [isOpen, toggle]);
  return () => {
    place.current = document.activeElement;
  };
}
