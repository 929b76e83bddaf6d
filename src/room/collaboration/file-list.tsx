import { useEffect } from 'react';
import Download from 'lucide-react/icons/download';
import FileText from 'lucide-react/icons/file-text';

import type { FileInfo } from '#contract/file.ts';
import { useFailureText } from '#lib/api/failure-text.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { isViewable, useDownload } from '#lib/session-client/use-download.ts';
import styles from '#room/collaboration/file-list.module.css';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { useAnnounce } from '#ui/live-region.tsx';

const maxShown = 5;

/** What the customer may take along; a long list is folded away behind its number. */
export const FileList = ({ files, title }: { files: readonly FileInfo[]; title: string }) => {
  const text = useText();
  const list = <FileRows files={files} label={text('room.files.label', { title })} />;
  if (files.length <= maxShown) return list;
  return (
    <details className={styles['folded']}>
      <summary>
        <Text id="room.files.count" values={{ count: files.length }} />
      </summary>
      {list}
    </details>
  );
};

/** `isTyped`: says what each is. */
type FileRowsProps = { files: readonly FileInfo[]; label: string; isTyped?: boolean };

export const FileRows = ({ files, label, isTyped = false }: FileRowsProps) => (
  <ul className={styles['files']} aria-label={label}>
    {files.map((file) => (
      <FileRow key={file.id} file={file} type={isTyped ? toTypeName(file) : null} />
    ))}
  </ul>
);

/** `application/pdf` → `PDF`: a name in every language. */
const toTypeName = ({ type }: FileInfo) => type.split('/').at(-1)?.toUpperCase() ?? type;

const FileRow = ({ file, type }: { file: FileInfo; type: string | null }) => {
  const text = useText();
  const format = useFormat();
  const announce = useAnnounce();
  const { save, view, isPending, fraction, error } = useDownload(file);
  const { name } = file;
  return (
    <li className={styles['file']}>
      <span className={styles['icon']}>
        <Icon icon={FileText} />
      </span>
      <span className={styles['name']}>
        {/* Note: inside, so that a name in another script begins where the others do. */}
        <span>
          <bdi>{name}</bdi>
        </span>
        <span className={styles['size']}>
          {type !== null && (
            <>
              <bdi>{type}</bdi>
              {' · '}
            </>
          )}
          {isPending ? format.percent(Math.min(1, fraction)) : format.fileSize(file.size)}
        </span>
      </span>
      <span className={styles['buttons']}>
        {isViewable(file) && (
          <Button
            variant="quiet"
            aria-label={text('room.action.view-named', { name })}
            aria-disabled={isPending}
            onClick={isPending ? undefined : view}
          >
            <Text id="room.action.view" />
          </Button>
        )}
        <Button
          icon={<Icon icon={Download} />}
          busy={isPending}
          aria-label={text('room.action.download-named', { name })}
          onClick={() => {
            save((how) => {
              announce(text(`room.files.${how}`, { name }));
            });
          }}
        >
          <Text id="room.action.download" />
        </Button>
      </span>
      {error && <FileFailure name={name} error={error} />}
    </li>
  );
};

const FileFailure = ({ name, error }: { name: string; error: Error }) => {
  const reason = useFailureText()(error);
  const words = useText()('room.files.failed', { name, reason });
  const announce = useAnnounce();
  useEffect(() => {
    announce(words);
  }, [announce, words]);
  return <p className={styles['failure']}>{words}</p>;
};
