import styles from '#ui/spinner.module.css';

/** Says nothing by itself: words or `aria-busy` stand beside it. */
export const Spinner = () => <span className={styles['spinner']} aria-hidden />;
