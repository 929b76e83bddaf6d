import type { Answers, FormField } from '#contract/workflow.ts';
import { findAnswer, isAnswered } from '#domain/workflow-answers.ts';
import styles from '#room/workflow/answer-list.module.css';
import { AnswerValue } from '#room/workflow/answer-value.tsx';

/** What was asked, and what was answered. */
export const AnswerList = ({ fields, answers }: { fields: readonly FormField[]; answers: Answers }) => (
  <dl className={styles['list']}>
    {fields.map((field) => (
      <AnswerRow key={field.id} field={field} answers={answers} />
    ))}
  </dl>
);

const AnswerRow = ({ field, answers }: { field: FormField; answers: Answers }) => {
  const answer = findAnswer(answers, field.id);
  return (
    <div className={styles['row']}>
      <dt className={styles['question']}>
        <bdi>{field.label}</bdi>
      </dt>
      <dd className={styles['answer']} data-empty={!isAnswered(answer) || undefined}>
        <AnswerValue field={field} answer={answer} />
      </dd>
    </div>
  );
};
