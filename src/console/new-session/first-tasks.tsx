import CreditCard from 'lucide-react/icons/credit-card';
import FileSignature from 'lucide-react/icons/file-signature';
import Files from 'lucide-react/icons/files';
import House from 'lucide-react/icons/house';
import IdCard from 'lucide-react/icons/id-card';
import ListChecks from 'lucide-react/icons/list-checks';
import MessageCircleQuestion from 'lucide-react/icons/message-circle-question-mark';
import type { LucideIcon } from 'lucide-react';

import type { PartProps } from '#console/new-session/part-props.ts';
import styles from '#console/new-session/new-session.module.css';
import { Section } from '#console/new-session/section.tsx';
import { TaskCard } from '#console/new-session/task-card.tsx';
import { createTask, type TaskKind, taskKinds } from '#console/shared/task/task-draft.ts';
import { ReadBy } from '#console/shared/task/task-fields.tsx';
import { wordsIn } from '#console/shared/task/template-words.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

const icons: Readonly<Record<TaskKind, LucideIcon>> = {
  agreement: FileSignature,
  identity: IdCard,
  address: House,
  papers: Files,
  questionnaire: ListChecks,
  questions: MessageCircleQuestion,
  payment: CreditCard,
};

/** What the customer has to do first: any number of things, each begun from a template. */
export const FirstTasks = ({ draft: { tasks, language }, change, shelf, problems }: PartProps) => {
  const text = useText();
  return (
    <Section title={<Text id="console-new-session.tasks" />}>
      {tasks.length === 0 ? (
        <p className={styles['muted']}>
          <Text id="console-new-session.no-tasks" />
        </p>
      ) : (
        <ReadBy language={language} />
      )}
      {tasks.map((task, index) => (
        <TaskCard
          key={task.id}
          task={task}
          index={index}
          language={language}
          shelf={shelf}
          problems={problems}
          onChange={(next) => change({ tasks: tasks.map((one) => (one.id === next.id ? next : one)) })}
          onRemove={() => change({ tasks: tasks.filter(({ id }) => id !== task.id) })}
        />
      ))}
      <div className={styles['templates']} role="group" aria-label={text('console-new-session.add')}>
        {taskKinds.map((kind) => (
          <Button
            key={kind}
            icon={<Icon icon={icons[kind]} />}
            onClick={() => change({ tasks: [...tasks, createTask(kind, wordsIn(language))] })}
          >
            <Text id={`console-task.${kind}`} />
          </Button>
        ))}
      </div>
    </Section>
  );
};
