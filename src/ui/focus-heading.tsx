import { createContext, type ReactNode, use, useLayoutEffect, useRef, useState } from 'react';

/** Remembers what the last heading on this page was about. */
const createFocusMemory = () => {
  let last: string | null = null;
  return {
    /** Whether this is news to somebody who is already reading; the first heading on a page is not. */
    moveTo: (focusKey: string): boolean => {
      const moved = last !== null && last !== focusKey;
      last = focusKey;
      return moved;
    },
  };
};

const FocusMemoryContext = createContext<ReturnType<typeof createFocusMemory> | null>(null);

/** Belongs around everything whose headings follow each other. `Page` has one, which the one around several pages replaces. */
export const FocusMemory = ({ children }: { children: ReactNode }) => {
  const outer = use(FocusMemoryContext);
  const [own] = useState(createFocusMemory);
  return <FocusMemoryContext value={outer ?? own}>{children}</FocusMemoryContext>;
};

type FocusHeadingProps = {
  children: ReactNode;
  /** What this screen is about. A change moves reading to the top of the page; the first one on a page does not. */
  focusKey: string;
};

/** The screen's one `h1`. Takes the focus when the screen changes, so that everybody starts reading at its beginning. */
export const FocusHeading = ({ children, focusKey }: FocusHeadingProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const [own] = useState(createFocusMemory);
  const memory = use(FocusMemoryContext) ?? own;

  // Note: before it is painted, so that what is seen and what has the focus are never two things.
  useLayoutEffect(() => {
    if (!memory.moveTo(focusKey)) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [focusKey, memory]);

  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
};
