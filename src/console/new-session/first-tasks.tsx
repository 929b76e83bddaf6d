import FileSignature from 'lucide-react/icons/file-signature';
import ListChecks from 'lucide-react/icons/list-checks';
import CreditCard from 'lucide-react/icons/credit-card';
import IdCard from 'lucide-react/icons/id-card';
import type { LucideIcon } from 'lucide-react';

import { partIdSchema } from '#contract/ids.ts';
import type { PartProps } from '#console/new-session/new-session-form.tsx';
import styles from '#console/new-session/new-session.module.css';
import { Section } from '#console/new-session/section.tsx';
import type { TaskDraft } from '#console/new-session/session-draft.ts';
import { TaskCard } from '#console/new-session/task-card.tsx';
import type { TextId } from '#lib/i18n/message.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

type Kind = TaskDraft['kind'];
export const templates: Readonly<Record<Kind, { name: TextId; title: TextId; icon: LucideIcon }>> = {
  agreement: {
    name: 'console-new-session.agreement',
    title: 'console-new-session.agreement-title',
    icon: FileSignature,
  },
  identity: { name: 'console-new-session.identity', title: 'console-new-session.identity-title', icon: IdCard },
  questionnaire: {
    name: 'console-new-session.questionnaire',
    title: 'console-new-session.questionnaire-title',
    icon: ListChecks,
  },
  payment: { name: 'console-new-session.payment', title: 'console-new-session.payment-title', icon: CreditCard },
};

const kinds = ['agreement', 'identity', 'questionnaire', 'payment'] as const satisfies readonly Kind[];

/** What the customer has to do first: any number of things, each begun from a template. */
export const FirstTasks = ({ draft: { tasks }, change, problems }: PartProps) => {
  const text = useText();
  const add = (kind: Kind) => change({ tasks: [...tasks, createTask(kind, text(templates[kind].title))] });
  return (
    <Section title={<Text id="console-new-session.tasks" />}>
      {tasks.length === 0 && (
        <p className={styles['muted']}>
          <Text id="console-new-session.no-tasks" />
        </p>
      )}
      {tasks.map((task, index) => (
        <TaskCard
          key={task.id}
          task={task}
          index={index}
          problems={problems}
          onChange={(next) => change({ tasks: tasks.map((one) => (one.id === next.id ? next : one)) })}
          onRemove={() => change({ tasks: tasks.filter(({ id }) => id !== task.id) })}
        />
      ))}
      <div className={styles['templates']} role="group" aria-label={text('console-new-session.add')}>
        {kinds.map((kind) => (
          <Button key={kind} icon={<Icon icon={templates[kind].icon} />} onClick={() => add(kind)}>
            <Text id={templates[kind].name} />
          </Button>
        ))}
      </div>
    </Section>
  );
};

function createTask(kind: Kind, title: string): TaskDraft {
  const common = { id: partIdSchema.parse(crypto.randomUUID()), title };
  switch (kind) {
    case 'agreement':
      return { ...common, kind, document: null, fields: [] };
    case 'identity':
    case 'questionnaire':
      return { ...common, kind };
    case 'payment':
      return { ...common, kind, amount: '', currency: 'EUR' };
  }
}
