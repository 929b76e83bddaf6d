import { type RefObject, useEffect, useRef, useState } from 'react';

/** The control inside the element that had the focus last: where "next" goes on from. */
export function useLastControl(): { ref: RefObject<HTMLDivElement | null>; id: string | null } {
  const ref = useRef<HTMLDivElement>(null);
  const [id, setId] = useState<string | null>(null);
  useEffect(() => {
    const element = ref.current;
    const follow = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.id) setId(target.id);
    };
    element?.addEventListener('focusin', follow);
    return () => {
      element?.removeEventListener('focusin', follow);
    };
  }, []);
  return { ref, id };
}
