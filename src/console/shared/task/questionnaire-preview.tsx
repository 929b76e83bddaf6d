import type { Language } from '#contract/language.ts';
import styles from '#console/shared/task/task.module.css';
import type { WordsOf } from '#console/shared/task/template-words.ts';
import { Text, useText } from '#lib/i18n/text.tsx';

/** The questions as the customer will read them, and how each is answered. */
export const QuestionnairePreview = ({ words, language }: { words: WordsOf; language: Language }) => {
  const text = useText();
  return (
    <>
      <p className={styles['muted']}>
        <Text id="console-task.questionnaire-asks" />
      </p>
      <ul className={styles['asks']} aria-label={text('console-task.questionnaire-asks')}>
        <li>
          <bdi lang={language}>{words('templates.question-details')}</bdi> (<Text id="console-task.yes-no" />)
        </li>
        <li>
          <bdi lang={language}>{words('templates.question-reach')}</bdi>
          <ul lang={language}>
            <li>{words('templates.reach-email')}</li>
            <li>{words('templates.reach-phone')}</li>
          </ul>
        </li>
        <li>
          <bdi lang={language}>{words('templates.question-else')}</bdi> (<Text id="console-task.own-words" />)
        </li>
      </ul>
    </>
  );
};
