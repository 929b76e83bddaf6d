import styles from '#room/workflow/problem-line.module.css';

/** One line of an error summary: the question, and how to put its answer right. */
export const ProblemLine = ({ label, problem }: { label: string; problem: string }) => (
  <span className={styles['line']}>
    <bdi>{label}</bdi> <span className={styles['problem']}>{problem}</span>
  </span>
);
