import styles from '#room/workflow/workflow-loading.module.css';
import { Loading, Skeleton } from '#ui/skeleton.tsx';

/** Shaped like a page of questions. */
export const WorkflowLoading = () => (
  <div className={styles['loading']}>
    <Loading>
      <Skeleton shape="heading" width={60} />
      <Skeleton width={45} />
      <Skeleton shape="block" height={48} />
      <Skeleton width={55} />
      <Skeleton shape="block" height={48} />
    </Loading>
  </div>
);
