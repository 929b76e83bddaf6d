import { useSyncExternalStore } from 'react';

import { Text, useText } from '#lib/i18n/text.tsx';
import { Notice } from '#ui/notice.tsx';

const subscribe = (onChange: () => void) => {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
};

/** While the device has no network: says that nothing is lost, and goes by itself. */
export const OfflineNotice = () => {
  const text = useText();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (isOnline) return null;
  return (
    <Notice tone="warning" live label={text('notices.offline.label')}>
      <Text id="notices.offline.text" />
    </Notice>
  );
};
