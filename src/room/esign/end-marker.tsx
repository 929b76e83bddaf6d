import { useEffect, useEffectEvent, useRef } from 'react';
import Check from 'lucide-react/icons/check';

import { Text } from '#lib/i18n/text.tsx';
import { endControlId } from '#room/esign/fields/field-id.ts';
import styles from '#room/esign/end-marker.module.css';
import { Icon } from '#ui/icon.tsx';

type EndMarkerProps = { isReviewed: boolean; onReached: () => void };

/**
 * The end of the document. It counts as reached when it is seen (at once where everything fits), focused or pressed, so a
 * keyboard or a screen reader gets there as well as a thumb.
 */
export const EndMarker = ({ isReviewed, onReached }: EndMarkerProps) => {
  const marker = useRef<HTMLButtonElement>(null);
  const onSeen = useEffectEvent(onReached);

  useEffect(() => {
    const element = marker.current;
    if (!element) return undefined;
    // Note: what is hidden behind the bar at the bottom is not seen; the bar is at least this high.
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onSeen();
      },
      { rootMargin: '0px 0px -56px 0px', threshold: 1 },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);

  return (
    <button
      id={endControlId}
      ref={marker}
      type="button"
      className={styles['end']}
      onFocus={onReached}
      onClick={onReached}
    >
      {isReviewed && <Icon icon={Check} size={16} />}
      <Text id={isReviewed ? 'esign.end-reached' : 'esign.end-confirm'} />
    </button>
  );
};
