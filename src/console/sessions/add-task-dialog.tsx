import { type SubmitEvent, useId, useState } from 'react';

import type { AddInteractionInput } from '#contract/agent.ts';
import { addInteraction } from '#contract/endpoints/agent.ts';
import { limits } from '#contract/limits.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { FormDialog } from '#console/shared/form-dialog.tsx';
import { buildTask, listLines, type Template, templates } from '#console/sessions/task-templates.ts';
import { useStep } from '#console/sessions/use-step.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';

type AddTaskDialogProps = { sessionId: string; onClose: () => void };

/** Something more to ask the customer for; they see it at once. */
export const AddTaskDialog = ({ sessionId, onClose }: AddTaskDialogProps) => {
  const text = useText();
  const formId = useId();
  const { ask } = useConsole();
  const fill = (template: Template) => ({
    template,
    title: text(`console-session.template-${template}-title`),
    lines: text(`console-session.template-${template}-lines`),
  });
  const [draft, setDraft] = useState(() => fill('identity'));
  const [isChecked, setIsChecked] = useState(false);
  const { mutate, isPending, error } = useStep(sessionId, {
    take: (task: AddInteractionInput, key) => ask(addInteraction, task, { params: { sessionId }, key }),
    done: text('console-session.add-done'),
    onDone: onClose,
  });
  const title = draft.title.trim();
  const lines = listLines(draft.lines);
  const isTooLong = lines.length > limits.itemsPerRequest || lines.some((line) => line.length > limits.titleLength);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setIsChecked(true);
    if (title !== '' && lines.length > 0 && !isTooLong && !isPending) mutate(buildTask(draft.template, title, lines));
  };
  return (
    <FormDialog
      formId={formId}
      title={text('console-session.add')}
      action={text('console-session.add-action')}
      isPending={isPending}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={text('console-session.template')}
        value={draft.template}
        onChange={({ target }) => setDraft(fill(templates.find((one) => one === target.value) ?? 'papers'))}
      >
        {templates.map((template) => (
          <option key={template} value={template}>
            {text(`console-session.template-${template}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={text('console-session.name')}
        error={isChecked && title === '' && text('console-session.name-missing')}
        autoComplete="off"
        maxLength={limits.titleLength}
        value={draft.title}
        onChange={({ target }) => setDraft({ ...draft, title: target.value })}
      />
      <TextArea
        label={text(draft.template === 'questions' ? 'console-session.questions' : 'console-session.papers')}
        hint={<Text id="console-session.lines-hint" />}
        error={
          isChecked &&
          ((lines.length === 0 && text('console-session.lines-missing')) ||
            (isTooLong &&
              text('console-session.lines-too-long', { count: limits.itemsPerRequest, length: limits.titleLength })))
        }
        value={draft.lines}
        onChange={({ target }) => setDraft({ ...draft, lines: target.value })}
      />
    </FormDialog>
  );
};
