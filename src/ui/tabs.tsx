import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

import styles from '#ui/tabs.module.css';

type Tab<Value extends string> = { value: Value; label: ReactNode };

type TabsProps<Value extends string> = {
  label: string;
  tabs: readonly Tab<Value>[];
  selected: Value;
  onSelect: (value: Value) => void;
  /** What the selected tab shows. */
  children: ReactNode;
};

/** A few ways to do the same. Arrow keys move between them; only the selected one is a tab stop. */
export const Tabs = <Value extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Value>) => {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = toStep(event.key, getComputedStyle(event.currentTarget).direction === 'rtl');
    if (step === 0) return;
    event.preventDefault();
    const index = tabs.findIndex(({ value }) => value === selected);
    const next = tabs.at((index + step) % tabs.length);
    if (!next) return;
    onSelect(next.value);
    list.current?.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus();
  };

  return (
    <>
      <div ref={list} className={styles['tabs']} role="tablist" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
        {tabs.map(({ value, label: name }) => (
          <button
            key={value}
            id={`${id}-${value}`}
            type="button"
            role="tab"
            className={styles['tab']}
            data-value={value}
            aria-selected={value === selected}
            aria-controls={`${id}-panel`}
            tabIndex={value === selected ? 0 : -1}
            onClick={() => onSelect(value)}
          >
            {name}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${selected}`}>
        {children}
      </div>
    </>
  );
};

function toStep(key: string, isRightToLeft: boolean): number {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return 0;
  return (key === 'ArrowRight') === isRightToLeft ? -1 : 1;
}
