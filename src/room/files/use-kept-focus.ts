import { type RefObject, useEffect, useRef } from 'react';

/** Whoever pressed a button of a row that went away goes on here, not at the top of the page. */
export function useKeptFocus(place: RefObject<HTMLElement | null>, rows: number): void {
  const before = useRef(rows);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (rows < before.current && isLost) place.current?.focus();
    before.current = rows;
  }, [place, rows]);
}
