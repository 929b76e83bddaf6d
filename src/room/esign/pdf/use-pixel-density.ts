import { useSyncExternalStore } from 'react';

/** Finer than this nobody sees, and a phone's memory does. */
const finest = 4;

/**
 * Exactly the screen's own while nothing is pinched: a third more than it can show would be drawn, and kept, for nothing. Pinched
 * in halves, so that not every move draws anew.
 */
const read = (): number => {
  const pinch = globalThis.visualViewport?.scale ?? 1;
  const isPinched = Math.abs(pinch - 1) > 0.01;
  return Math.min(isPinched ? Math.ceil(devicePixelRatio * pinch * 2) / 2 : devicePixelRatio, finest);
};

/** Note: a change of the device's own density (browser zoom, another screen) is only told through a query for the old one. */
function subscribe(onChange: () => void): () => void {
  let query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const follow = () => {
    query.removeEventListener('change', follow);
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', follow);
    onChange();
  };
  query.addEventListener('change', follow);
  const viewport = globalThis.visualViewport;
  viewport?.addEventListener('resize', onChange);
  return () => {
    query.removeEventListener('change', follow);
    viewport?.removeEventListener('resize', onChange);
  };
}

/** Screen pixels a CSS pixel, pinching included: what a canvas needs to be crisp. */
export const usePixelDensity = (): number => useSyncExternalStore(subscribe, read);
