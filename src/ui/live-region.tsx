import { createContext, type ReactNode, use, useLayoutEffect, useState } from 'react';

import { VisuallyHidden } from '#ui/visually-hidden.tsx';

type Politeness = 'polite' | 'assertive';
type Announce = (message: string, politeness?: Politeness) => void;
type Announcement = { messages: readonly string[]; count: number };

const silence: Announcement = { messages: [], count: 0 };

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says something to those who listen; `assertive` only where waiting would harm. Silent without a `LiveRegion` above. */
export const useAnnounce = () => use(AnnounceContext);

// Note: the same words twice in a row are heard twice only if the text differs.
const spoken = ({ messages, count }: Announcement) => messages.join('\n') + (count % 2 === 0 ? '' : '\u00a0');

/** Remembers how many announcements reached the page. */
const createShownMemory = () => {
  let shown = { polite: 0, assertive: 0 } satisfies Record<Politeness, number>;
  return {
    keep: (counts: Record<Politeness, number>) => {
      shown = counts;
    },
    /** What is added: alone, or with what is not on the page yet, which it would silence. */
    add: ({ messages, count }: Announcement, message: string, politeness: Politeness): Announcement => {
      const waiting = count > shown[politeness] ? messages.filter((other) => other !== message) : [];
      return { messages: [...waiting, message], count: count + 1 };
    },
  };
};

/** The one place announcements are read from; once, around the whole page. */
export const LiveRegion = ({ children }: { children: ReactNode }) => {
  const [said, setSaid] = useState({ polite: silence, assertive: silence });
  const [memory] = useState(createShownMemory);
  // Note: one function for good; effects that announce depend on it.
  const [announce] = useState(
    (): Announce =>
      (message, politeness = 'polite') =>
        setSaid((before) => ({ ...before, [politeness]: memory.add(before[politeness], message, politeness) })),
  );

  useLayoutEffect(() => {
    memory.keep({ polite: said.polite.count, assertive: said.assertive.count });
  }, [memory, said]);

  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden>
        <output aria-live="polite">{spoken(said.polite)}</output>
        <span role="alert">{spoken(said.assertive)}</span>
      </VisuallyHidden>
    </AnnounceContext>
  );
};
