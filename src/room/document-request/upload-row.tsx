import type { ReactNode } from 'react';
import RotateCw from 'lucide-react/icons/rotate-cw';
import X from 'lucide-react/icons/x';

import type { RequestedItemContent } from '#contract/document-request.ts';
import { NetworkError } from '#lib/api/failures.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { ConditionNote } from '#room/document-request/condition-note.tsx';
import { LocalThumbnail } from '#room/document-request/file-thumbnail.tsx';
import { uploadElementId } from '#room/document-request/problems.tsx';
import { useRefusalText } from '#room/document-request/refusal-text.ts';
import styles from '#room/document-request/row.module.css';
import type { UploadTask } from '#room/document-request/uploads/upload-task.ts';
import { useUploads } from '#room/document-request/uploads/use-uploads.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Icon } from '#ui/icon.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

type UploadRowProps = { task: UploadTask; item: RequestedItemContent };

/** A file on its way, or stopped on its way. */
export const UploadRow = ({ task, item }: UploadRowProps) => {
  const uploads = useUploads();
  const text = useText();
  const isRefused = task.state.kind === 'refused';
  return (
    <li id={uploadElementId(task.id)} className={styles['row']} data-tone={toTone(task)}>
      {!isRefused && <LocalThumbnail file={task.file} />}
      <div className={styles['words']}>
        <UploadState task={task} item={item} />
        {!isRefused && <ConditionNote condition={task.condition} />}
      </div>
      {task.state.kind !== 'done' && (
        <IconButton
          icon={X}
          label={text(isRefused ? 'documents.dismiss' : 'documents.cancel', { name: task.name })}
          onClick={() => uploads.remove(task.id)}
        />
      )}
    </li>
  );
};

function toTone({ state, condition }: UploadTask): 'danger' | 'warning' | undefined {
  if (state.kind === 'refused' || state.kind === 'failed') return 'danger';
  return condition === 'fine' ? undefined : 'warning';
}

const UploadState = ({ task, item }: UploadRowProps) => {
  const refusalText = useRefusalText();
  const { name, file, state } = task;
  switch (state.kind) {
    case 'checking':
      return <NamedNote name={name} note={<Text id="documents.checking" />} />;
    case 'queued':
      return <NamedNote name={name} note={<Text id="documents.queued" />} />;
    case 'done':
      return <NamedNote name={name} note={<Text id="documents.added" />} />;
    case 'sending':
      return <Progress task={task} />;
    case 'paused':
      return <Paused task={task} />;
    case 'failed':
      return <Failed task={task} failure={state.failure} />;
    case 'refused':
      return (
        <>
          <p className={styles['title']}>
            <Text id="documents.refused" values={{ name }} />
          </p>
          <p>{refusalText(state.refusal, item, file)}</p>
        </>
      );
  }
};

export const NamedNote = ({ name, note }: { name: string; note: ReactNode }) => (
  <>
    <p className={styles['name']}>
      <bdi>{name}</bdi>
    </p>
    <p className={styles['note']}>{note}</p>
  </>
);

const useAmounts = () => {
  const format = useFormat();
  return ({ sent, file }: UploadTask) => ({ received: format.fileSize(sent), total: format.fileSize(file.size) });
};

const Progress = ({ task }: { task: UploadTask }) => {
  const amounts = useAmounts();
  const text = useText();
  return (
    <ProgressBar
      label={<span className={styles['name']}>{text('documents.sending', { name: task.name })}</span>}
      value={task.sent / task.file.size}
      detail={text('documents.size-of', amounts(task))}
    />
  );
};

const Paused = ({ task }: { task: UploadTask }) => {
  const amounts = useAmounts();
  return <NamedNote name={task.name} note={<Text id="documents.paused" values={amounts(task)} />} />;
};

const Failed = ({ task, failure }: { task: UploadTask; failure: unknown }) => {
  const uploads = useUploads();
  const failureText = useFailureText();
  const isCut = failure instanceof NetworkError;
  return (
    <>
      <NamedNote name={task.name} note={isCut ? <Text id="documents.failed" /> : failureText(failure)} />
      <div>
        <Button icon={<Icon icon={RotateCw} size={16} />} onClick={() => uploads.retry(task.id)}>
          <Text
            id="documents.retry"
            values={{ name: task.name, hidden: (words) => <VisuallyHidden>{words}</VisuallyHidden> }}
          />
        </Button>
      </div>
    </>
  );
};
