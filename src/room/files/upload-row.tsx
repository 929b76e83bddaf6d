import type { ReactNode } from 'react';
import RotateCw from 'lucide-react/icons/rotate-cw';
import X from 'lucide-react/icons/x';

import type { FilledItem } from '#contract/document-request.ts';
import { NetworkError } from '#lib/api/failures.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { ConditionNote } from '#room/files/condition-note.tsx';
import { LocalThumbnail } from '#room/files/file-thumbnail.tsx';
import { uploadElementId } from '#room/files/element-ids.ts';
import { useRefusalText } from '#room/files/refusal-text.ts';
import styles from '#room/files/row.module.css';
import type { UploadTask } from '#room/files/uploads/upload-task.ts';
import { useUploads } from '#room/files/uploads/use-uploads.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Icon } from '#ui/icon.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

type UploadRowProps = { task: UploadTask; item: FilledItem };

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
          label={text(isRefused ? 'files.dismiss' : 'files.cancel', { name: task.name })}
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
      return <NamedNote name={name} note={<Text id="files.checking" />} />;
    case 'queued':
      return <NamedNote name={name} note={<Text id="files.queued" />} />;
    case 'done':
      return <NamedNote name={name} note={<Text id="files.added" />} />;
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
            <Text id="files.refused" values={{ name }} />
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
      label={<span className={styles['name']}>{text('files.sending', { name: task.name })}</span>}
      value={task.sent / task.file.size}
      detail={text('files.size-of', amounts(task))}
    />
  );
};

const Paused = ({ task }: { task: UploadTask }) => {
  const amounts = useAmounts();
  return <NamedNote name={task.name} note={<Text id="files.paused" values={amounts(task)} />} />;
};

const Failed = ({ task, failure }: { task: UploadTask; failure: unknown }) => {
  const uploads = useUploads();
  const failureText = useFailureText();
  const isCut = failure instanceof NetworkError;
  return (
    <>
      <NamedNote name={task.name} note={isCut ? <Text id="files.failed" /> : failureText(failure)} />
      <div>
        <Button icon={<Icon icon={RotateCw} size={16} />} onClick={() => uploads.retry(task.id)}>
          <Text
            id="files.retry"
            values={{ name: task.name, hidden: (words) => <VisuallyHidden>{words}</VisuallyHidden> }}
          />
        </Button>
      </div>
    </>
  );
};
