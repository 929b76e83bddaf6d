import styles from '#console/sessions/session-detail.module.css';
import type { FeedState } from '#lib/live-feed/create-live-feed.ts';
import { Text } from '#lib/i18n/text.tsx';

/** Whether the page follows the session at this moment. Quiet: what is on it stays up to date, only later. */
export const FeedStatus = ({ state }: { state: FeedState }) => (
  <span className={styles['feed']} data-state={state}>
    <Text id={`console-session.feed-${state === 'stale' ? 'reconnecting' : state}`} />
  </span>
);
