import type { ReactNode } from 'react';
import Download from 'lucide-react/icons/download';

import type { FileInfo } from '#contract/file.ts';
import type { DocumentRequestSummary, EsignSummary } from '#contract/interaction.ts';
import { resolveOutcome } from '#domain/workflow-tasks.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useDownload } from '#lib/session-client/use-download.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { Screen } from '#ui/screen.tsx';
import { Stack } from '#ui/stack.tsx';

type DoneStepProps = {
  task: EsignSummary | DocumentRequestSummary;
  focusKey: string;
  top: ReactNode;
  onContinue: () => void;
};

/** A task among the questions that is done with, for whoever comes back to look. */
export const DoneStep = ({ task, focusKey, top, onContinue }: DoneStepProps) => {
  const text = useText();
  const outcome = resolveOutcome(task);
  return (
    <Screen
      heading={<bdi>{task.title}</bdi>}
      focusKey={focusKey}
      notices={top}
      actions={
        <Button variant="primary" onClick={onContinue}>
          <Text id="workflow.continue" />
        </Button>
      }
    >
      <Stack>
        {outcome && (
          <Notice tone={outcome === 'declined' ? 'info' : 'success'} label={text('workflow.outcome.label')}>
            <Text id={`workflow.outcome.${outcome}`} />
          </Notice>
        )}
        {task.files.map((file) => (
          <FileButton key={file.id} file={file} />
        ))}
      </Stack>
    </Screen>
  );
};

const FileButton = ({ file }: { file: FileInfo }) => {
  const { save, isPending, error } = useDownload(file);
  const words = useFailureText();
  return (
    <div>
      <Button variant="quiet" icon={<Icon icon={Download} />} busy={isPending} onClick={() => save()}>
        <bdi>{file.name}</bdi>
      </Button>
      {error && <p role="alert">{words(error)}</p>}
    </div>
  );
};
