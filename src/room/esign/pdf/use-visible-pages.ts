import { useEffect, useRef, useState } from 'react';

/** Which of the pages can be seen at the moment. Give `observe` to each page as its ref. */
export function useVisiblePages(): {
  visible: ReadonlySet<number>;
  observe: (element: HTMLElement | null) => (() => void) | undefined;
} {
  const [visible, setVisible] = useState<ReadonlySet<number>>(new Set());
  const observer = useRef<IntersectionObserver | null>(null);
  const waiting = useRef(new Set<HTMLElement>());

  useEffect(() => {
    const created = new IntersectionObserver((entries) => {
      setVisible((before) => applyEntries(before, entries));
    });
    observer.current = created;
    for (const element of waiting.current) created.observe(element);
    return () => {
      created.disconnect();
      observer.current = null;
    };
  }, []);

  const observe = (element: HTMLElement | null) => {
    if (!element) return undefined;
    waiting.current.add(element);
    observer.current?.observe(element);
    return () => {
      waiting.current.delete(element);
      observer.current?.unobserve(element);
    };
  };
  return { visible, observe };
}

function applyEntries(before: ReadonlySet<number>, entries: readonly IntersectionObserverEntry[]): ReadonlySet<number> {
  const after = new Set(before);
  for (const { target, isIntersecting } of entries) {
    const page = Number(target.getAttribute('data-page'));
    if (isIntersecting) after.add(page);
    else after.delete(page);
  }
  return after;
}
