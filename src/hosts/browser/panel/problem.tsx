import CircleAlert from 'lucide-react/icons/circle-alert';

import styles from '#hosts/browser/panel/panel.module.css';
import { Icon } from '#ui/icon.tsx';

/** What went wrong, where it went wrong. */
export const Problem = ({ error }: { error: Error | null }) =>
  error && (
    <p role="alert" className={styles['problem']}>
      <Icon icon={CircleAlert} size={16} />
      <span>{error.message}</span>
    </p>
  );
