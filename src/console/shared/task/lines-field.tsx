import type { LinesDraft } from '#console/shared/task/task-draft.ts';
import type { TaskProps } from '#console/shared/task/task-props.ts';
import { Text } from '#lib/i18n/text.tsx';
import { TextArea } from '#ui/text-area.tsx';

/** Papers by their names, or questions. */
export const LinesField = ({ task, onChange, errorOf, language }: TaskProps<LinesDraft>) => (
  <TextArea
    id={`lines-${task.id}`}
    label={<Text id={task.kind === 'questions' ? 'console-task.questions-lines' : 'console-task.papers-lines'} />}
    hint={<Text id="console-task.lines-hint" />}
    error={errorOf(`lines-${task.id}`)}
    lang={language}
    dir="auto"
    value={task.lines}
    onChange={({ target }) => onChange({ ...task, lines: target.value })}
  />
);
