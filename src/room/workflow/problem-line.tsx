import { Text } from '#lib/i18n/text.tsx';

/** One line of an error summary: the question, and how to put its answer right. */
export const ProblemLine = ({ label, problem }: { label: string; problem: string }) => (
  <span>
    <Text id="workflow.problem.in-summary" values={{ label, problem, b: (words) => <b>{words}</b> }} />
  </span>
);
