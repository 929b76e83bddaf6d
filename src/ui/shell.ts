/**
 * The shell: what `index.html` shows until there is a page to put in its place, in the shape and the styles of the pages
 * that come. By then it may say who asks and what for (`room/app/paint-entry.ts`), so nothing may come between it and them.
 */
import { useLayoutEffect } from 'react';

const findShell = () => document.querySelector('[data-shell]');

/** Whether something stands already while the first page is on its way. */
export const hasShell = (): boolean => findShell() !== null;

/** For whatever is a page: takes the shell away in the same frame. */
export function useReplaceShell(): void {
  useLayoutEffect(() => {
    findShell()?.remove();
  }, []);
}
