import { type RefObject, useEffect } from 'react';

/** While `open`: a press or the focus going elsewhere closes, and so does Escape, which gives the focus back. */
export const useDismissal = (root: RefObject<HTMLElement | null>, open: boolean, close: () => void): void => {
  useEffect(() => {
    const element = root.current;
    if (!open || element === null) return undefined;
    const listening = new AbortController();
    const leave = (event: Event) => {
      if (event.target instanceof Node && !element.contains(event.target)) close();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close();
      element.querySelector('button')?.focus();
    };
    // Note: not `blur`, because Safari gives a pressed button no focus to lose.
    document.addEventListener('pointerdown', leave, { signal: listening.signal });
    document.addEventListener('focusin', leave, { signal: listening.signal });
    element.addEventListener('keydown', escape, { signal: listening.signal });
    return () => listening.abort();
  }, [root, open, close]);
};
