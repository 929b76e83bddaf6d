import type { ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import Download from 'lucide-react/icons/download';

import type { AgentSession } from '#contract/agent-session.ts';
import { getAgentFile } from '#contract/endpoints/agent.ts';
import type { FileInfo } from '#contract/file.ts';
import type { PartResult } from '#contract/results.ts';
import type { Answer, FormField } from '#contract/workflow.ts';
import { isAddress, toLabel } from '#domain/answer-kinds.ts';
import { findAnswer, listFields } from '#domain/workflow-answers.ts';
import { resolvePath } from '#domain/workflow-branching.ts';
import { useConsole } from '#console/client/console-client.tsx';
import { useFailureWords } from '#console/client/failure-text.ts';
import styles from '#console/sessions/session-detail.module.css';
import type { Task } from '#console/sessions/task.ts';
import { TaskParts } from '#console/sessions/task-parts.tsx';
import { toAddressLines } from '#lib/i18n/address-lines.ts';
import { useI18n } from '#lib/i18n/i18n-provider.tsx';
import { useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { saveAs, toTemporaryUrl } from '#lib/session-client/save-as.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

type HandedInProps = {
  session: AgentSession;
  task: Task | PartResult;
  /** What may be done about a part. */
  partSteps?: (part: PartResult) => ReactNode;
};

/** Files to take away, answers beside what was asked, what was paid for. */
export const HandedIn = ({ session, task, partSteps }: HandedInProps) => {
  const { money } = useFormat();
  return (
    <>
      {task.kind === 'payment' && (
        <p>
          {money(task.amount)} · {task.purpose}
        </p>
      )}
      {task.kind === 'workflow' && (
        <>
          <Answers session={session} task={task} />
          <TaskParts task={task}>
            {(part) => (
              <>
                <HandedIn session={session} task={part} />
                {partSteps?.(part)}
              </>
            )}
          </TaskParts>
        </>
      )}
      {task.files.map((file) => (
        <FileButton key={file.id} sessionId={session.sessionId} file={file} />
      ))}
    </>
  );
};

const Answers = ({ session, task }: { session: AgentSession; task: Extract<Task, { kind: 'workflow' }> }) => {
  const say = useSayAnswer();
  const definition = session.definitions[task.id];
  const { answers, parts = [] } = task;
  if (!definition || answers === null) return null;
  const fields = resolvePath(definition, answers, listOutcomes(parts)).flatMap((step) => listFields(step));
  return (
    <dl className={styles['answers']}>
      {fields.map((field) => (
        <div key={field.id}>
          <dt>{field.label}</dt>
          <dd dir="auto">{say(field, findAnswer(answers, field.id), task.files)}</dd>
        </div>
      ))}
    </dl>
  );
};

const listOutcomes = (parts: NonNullable<Extract<Task, { kind: 'workflow' }>['parts']>) =>
  Object.fromEntries(parts.flatMap(({ step, outcome }) => (outcome ? [[step, outcome]] : [])));

function useSayAnswer() {
  const text = useText();
  const { date, list, money, number } = useFormat();
  const { locale } = useI18n().state.speech;
  return (field: FormField, answer: Answer | undefined, files: readonly FileInfo[]): string => {
    if (answer === undefined || answer === '') return text('console-session.no-answer');
    if (typeof answer === 'boolean') return text(answer ? 'console-session.yes' : 'console-session.no');
    if (Array.isArray(answer) && field.kind === 'file') {
      return list(files.filter((file) => answer.some((id: string) => id === file.id)).map(({ name }) => name));
    }
    if (Array.isArray(answer)) return list(answer.map((value) => toLabel(field, value)));
    if (isAddress(answer)) return toAddressLines(answer, locale).join(', ');
    if (typeof answer === 'number')
      return field.kind === 'money' ? money({ minorUnits: answer, currency: field.currency }) : number(answer);
    return field.kind === 'date' ? date(answer) : toLabel(field, answer);
  };
}

/** A file of the session, to take away. */
export const FileButton = ({ sessionId, file }: { sessionId: string; file: FileInfo }) => {
  const text = useText();
  const words = useFailureWords();
  const client = useConsole();
  const { fileSize } = useFormat();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => (await client.fetch(getAgentFile, { params: { sessionId, fileId: file.id } })).blob(),
    onSuccess: (blob) => saveAs(toTemporaryUrl(blob), file.name),
  });
  return (
    <div className={styles['file']}>
      <Button variant="quiet" busy={isPending} icon={<Icon icon={Download} />} onClick={() => mutate()}>
        {text('console-session.download', { name: file.name, size: fileSize(file.size) })}
      </Button>
      {error && <p role="alert">{words(error)}</p>}
    </div>
  );
};
