import { useEffect, useEffectEvent, useRef } from 'react';

/** Whoever pressed a button of a row that went away goes on where `focus` leads, not at the top of the page. */
export function useKeptFocus(rows: number, focus: () => void): void {
  const before = useRef(rows);
  const goOn = useEffectEvent(focus);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (rows < before.current && isLost) goOn();
    before.current = rows;
  }, [rows]);
}
