import { createContext, type ReactNode, use, useState } from 'react';

import { VisuallyHidden } from '#ui/visually-hidden.tsx';

type Politeness = 'polite' | 'assertive';
type Announce = (message: string, politeness?: Politeness) => void;
type Announcement = { message: string; count: number };

const silence: Announcement = { message: '', count: 0 };

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says something to those who listen; `assertive` only where waiting would harm. Silent without a `LiveRegion` above. */
export const useAnnounce = () => use(AnnounceContext);

// Note: the same words twice in a row are heard twice only if the text differs.
const spoken = ({ message, count }: Announcement) => (count % 2 === 0 ? message : `${message}\u00a0`);

/** The one place announcements are read from; once, around the whole page. */
export const LiveRegion = ({ children }: { children: ReactNode }) => {
  const [said, setSaid] = useState({ polite: silence, assertive: silence });
  // Note: one function for good; effects that announce depend on it.
  const [announce] = useState(
    (): Announce =>
      (message, politeness = 'polite') =>
        setSaid((before) => ({ ...before, [politeness]: { message, count: before[politeness].count + 1 } })),
  );

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
