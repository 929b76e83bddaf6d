import { useSyncExternalStore } from 'react';

/** Where a panel has room beside what it is about; the style sheets say the same. */
const wideScreen = '(min-width: 1024px)';

const subscribe = (onChange: () => void) => {
  const query = matchMedia(wideScreen);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
};

export const useWideScreen = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(wideScreen).matches);
