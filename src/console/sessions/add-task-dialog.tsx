import { type SubmitEvent, useId, useState } from 'react';

import type { AddInteractionInput } from '#contract/agent.ts';
import type { AgentSession } from '#contract/agent-session.ts';
import { addInteraction } from '#contract/endpoints/agent.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { useStep } from '#console/sessions/use-step.ts';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { createTask, type TaskDraft, type TaskKind, taskKinds } from '#console/shared/task/task-draft.ts';
import { ReadBy, TaskFields } from '#console/shared/task/task-fields.tsx';
import { wordsIn } from '#console/shared/task/template-words.ts';
import { listTaskProblems, toInteraction } from '#console/shared/task/to-interaction.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { createMemoryShelf } from '#lib/storage/file-shelf.ts';
import { SelectField } from '#ui/select-field.tsx';

type AddTaskDialogProps = { session: AgentSession; onClose: () => void };

/** Something more to ask the customer for; they see it at once. */
export const AddTaskDialog = ({ session: { sessionId, state, participants }, onClose }: AddTaskDialogProps) => {
  const text = useText();
  const formId = useId();
  const { ask } = useConsole();
  const language = participants[0]?.language ?? 'en';
  const words = wordsIn(language);
  const { task, pick, change } = useTasks((kind) => createTask(kind, words));
  const [shelf] = useState(createMemoryShelf);
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (added: AddInteractionInput, key) => ask(addInteraction, added, { params: { sessionId }, key }),
    done: text(state === 'planned' ? 'console-session.add-planned' : 'console-session.add-done'),
    onDone: onClose,
  });
  const problems = listTaskProblems(task);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (problems.length === 0 && !isPending) mutate(toInteraction(task, words));
  };
  return (
    <FormDialog
      formId={formId}
      title={text('console-session.add')}
      action={text('console-session.add-action')}
      size={task.kind === 'agreement' ? 'wide' : 'regular'}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={text('console-session.template')}
        value={task.kind}
        onChange={({ target }) => pick(taskKinds.find((kind) => kind === target.value) ?? 'papers')}
      >
        {taskKinds.map((kind) => (
          <option key={kind} value={kind}>
            {text(`console-task.${kind}`)}
          </option>
        ))}
      </SelectField>
      <ReadBy language={language} />
      <TaskFields
        key={task.id}
        task={task}
        language={language}
        shelf={shelf}
        titleLabel={<Text id="console-session.name" />}
        problems={isChecked ? problems : []}
        onChange={change}
      />
    </FormDialog>
  );
};

/** One task of each kind that was looked at: who picks another kind by mistake finds the first as it was left. */
function useTasks(create: (kind: TaskKind) => TaskDraft) {
  const [tasks, setTasks] = useState<readonly [TaskDraft, ...TaskDraft[]]>(() => [create('identity')]);
  const [task] = tasks;
  const others = (kind: TaskKind) => tasks.filter((one) => one.kind !== kind);
  return {
    task,
    pick: (kind: TaskKind) => setTasks([tasks.find((one) => one.kind === kind) ?? create(kind), ...others(kind)]),
    change: (next: TaskDraft) => setTasks([next, ...others(next.kind)]),
  };
}
