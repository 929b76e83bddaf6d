/** The form of one thing to ask a customer for, wherever it is asked: what they will read, in their language, and what it is about. */
import type { ReactNode } from 'react';

import type { Language } from '#contract/language.ts';
import { limits } from '#contract/limits.ts';
import { AgreementFields } from '#console/shared/task/agreement-fields.tsx';
import { LinesField } from '#console/shared/task/lines-field.tsx';
import { PaymentFields } from '#console/shared/task/payment-fields.tsx';
import { QuestionnairePreview } from '#console/shared/task/questionnaire-preview.tsx';
import type { TaskProps } from '#console/shared/task/task-props.ts';
import styles from '#console/shared/task/task.module.css';
import { wordsIn } from '#console/shared/task/template-words.ts';
import type { DraftProblem } from '#console/shared/task/to-interaction.ts';
import texts from '#lib/i18n/catalogs/en/console-task.json';
import { addEnglish } from '#lib/i18n/english.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { TextField } from '#ui/text-field.tsx';

addEnglish(texts);

type TaskFieldsProps = Omit<TaskProps, 'errorOf'> & {
  titleLabel: ReactNode;
  /** Beside the title. */
  action?: ReactNode;
  problems: readonly DraftProblem[];
};

export const TaskFields = ({ titleLabel, action, problems, ...props }: TaskFieldsProps) => {
  const text = useText();
  const { task, onChange, language } = props;
  const errorOf = (id: string) => problems.flatMap((one) => (one.id === id ? [text(one.message, one.values)] : []))[0];
  return (
    <>
      <div className={styles['head']}>
        <TextField
          id={`title-${task.id}`}
          label={titleLabel}
          error={errorOf(`title-${task.id}`)}
          lang={language}
          dir="auto"
          autoComplete="off"
          maxLength={limits.titleLength}
          value={task.title}
          onChange={({ target }) => onChange({ ...task, title: target.value })}
        />
        {action}
      </div>
      <Content {...props} task={task} errorOf={errorOf} />
    </>
  );
};

const Content = ({ task, ...props }: TaskProps) => {
  switch (task.kind) {
    case 'agreement':
      return <AgreementFields {...props} task={task} />;
    case 'questionnaire':
      return <QuestionnairePreview words={wordsIn(props.language)} language={props.language} />;
    case 'payment':
      return <PaymentFields {...props} task={task} />;
    default:
      return <LinesField {...props} task={task} />;
  }
};

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** Said where it is not the language of whoever writes. */
export const ReadBy = ({ language }: { language: Language }) =>
  language !== 'en' && (
    <p className={styles['muted']}>
      <Text id="console-task.read-by" values={{ language: languageNames.of(language) ?? language }} />
    </p>
  );
