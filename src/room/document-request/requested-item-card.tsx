import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import Camera from 'lucide-react/icons/camera';
import CircleCheck from 'lucide-react/icons/circle-check';
import Plus from 'lucide-react/icons/plus';

import type { RequestedItemContent } from '#contract/document-request.ts';
import type { InteractionId } from '#contract/ids.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { FileButton, takesPhotos } from '#room/document-request/file-button.tsx';
import { FileRow } from '#room/document-request/file-row.tsx';
import { itemElementId } from '#room/document-request/problems.tsx';
import { useTypeNames } from '#room/document-request/refusal-text.ts';
import styles from '#room/document-request/requested-item-card.module.css';
import { UploadRow } from '#room/document-request/upload-row.tsx';
import {
  countPlacesLeft,
  listShown,
  listWaiting,
  type UploadTask,
} from '#room/document-request/uploads/upload-task.ts';
import { useUploads } from '#room/document-request/uploads/use-uploads.ts';
import { useFileDrop } from '#ui/use-file-drop.ts';
import { WaitingRow } from '#room/document-request/waiting-row.tsx';
import { Badge } from '#ui/badge.tsx';
import { FieldError } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

type Place = { interactionId: InteractionId; item: RequestedItemContent };
type CardProps = { place: Place; tasks: readonly UploadTask[]; isMissing: boolean };

/** One thing that is asked for: what it is, what was added, and how to add more. The whole card takes dropped files. */
export const RequestedItemCard = ({ place, tasks, isMissing }: CardProps) => {
  const { interactionId, item } = place;
  const heading = useRef<HTMLHeadingElement>(null);
  const uploads = useUploads();
  const add = (files: readonly File[]) => {
    uploads.add(interactionId, item, files);
  };
  const { isOver, handlers } = useFileDrop(add);
  useKeptFocus(heading, item.files.length + listShown(item, tasks).length + listWaiting(item, tasks).length);
  const headingId = `${itemElementId(item)}-title`;
  return (
    <section
      id={itemElementId(item)}
      className={styles['card']}
      aria-labelledby={headingId}
      data-over={isOver || undefined}
      data-invalid={isMissing || undefined}
      {...handlers}
    >
      <div className={styles['head']}>
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          <bdi>{item.title}</bdi>
        </h2>
        <ItemBadge item={item} />
      </div>
      {item.instructions !== '' && (
        <p className={styles['instructions']}>
          <bdi>{item.instructions}</bdi>
        </p>
      )}
      <ReturnedReason item={item} />
      <Rows place={place} tasks={tasks} />
      <FieldError controlId={itemElementId(item)}>
        {isMissing && <Text id="documents.problem.missing-here" />}
      </FieldError>
      <AddFiles item={item} placesLeft={countPlacesLeft(item, tasks)} onFiles={add} />
      {isOver && (
        <div className={styles['over']} aria-hidden>
          <Text id="documents.drop-now" />
        </div>
      )}
    </section>
  );
};

/** Whoever pressed a button of a row that went away goes on at the item, not at the top of the page. */
function useKeptFocus(heading: RefObject<HTMLElement | null>, rows: number): void {
  const before = useRef(rows);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (rows < before.current && isLost) heading.current?.focus();
    before.current = rows;
  }, [heading, rows]);
}

const ItemBadge = ({ item }: { item: RequestedItemContent }) => {
  if (item.returnedReason !== null) {
    return (
      <Badge tone="warning">
        <Text id="documents.needs-change" />
      </Badge>
    );
  }
  if (item.files.length > 0) {
    return (
      <Badge tone="success" icon={<Icon icon={CircleCheck} size={16} />}>
        <Text id="documents.added" />
      </Badge>
    );
  }
  return (
    <Badge>
      <Text id={item.required ? 'documents.required' : 'documents.optional'} />
    </Badge>
  );
};

const ReturnedReason = ({ item }: { item: RequestedItemContent }) => {
  const text = useText();
  if (item.returnedReason === null) return null;
  return (
    <Notice
      tone="warning"
      label={text('documents.returned-label', { item: item.title })}
      title={item.returnedReason === '' ? text('documents.returned-title') : <bdi>{item.returnedReason}</bdi>}
    >
      <Text id="documents.returned-hint" />
    </Notice>
  );
};

const Rows = ({ place, tasks }: { place: Place; tasks: readonly UploadTask[] }) => {
  const { interactionId, item } = place;
  const text = useText();
  const shown = listShown(item, tasks);
  const waiting = listWaiting(item, tasks);
  if (item.files.length + shown.length + waiting.length === 0) return null;
  return (
    <ul className={styles['rows']} aria-label={text('documents.files-of', { item: item.title })}>
      {item.files.map((file) => (
        <FileRow key={file.id} interactionId={interactionId} item={item} file={file} />
      ))}
      {shown.map((task) => (
        <UploadRow key={task.id} task={task} item={item} />
      ))}
      {waiting.map((upload) => (
        <WaitingRow key={upload.id} interactionId={interactionId} item={item} upload={upload} />
      ))}
    </ul>
  );
};

type AddFilesProps = { item: RequestedItemContent; placesLeft: number; onFiles: (files: File[]) => void };

const AddFiles = ({ item, placesLeft, onFiles }: AddFilesProps) => {
  const format = useFormat();
  const nameTypes = useTypeNames();
  if (placesLeft === 0) {
    return (
      <p className={styles['limits']}>
        <Text id="documents.full" values={{ count: item.maxFiles }} />
      </p>
    );
  }
  const values = { item: item.title, hidden: (words: ReactNode) => <VisuallyHidden>{words}</VisuallyHidden> };
  const hasFiles = item.maxFiles > placesLeft;
  const limitsId = `${itemElementId(item)}-limits`;
  return (
    <div className={styles['add']}>
      <p id={limitsId} className={styles['limits']}>
        <Text
          id="documents.accepts"
          values={{ types: nameTypes(item), count: item.maxFiles, size: format.fileSize(item.maxBytes) }}
        />
      </p>
      <div className={styles['buttons']}>
        <FileButton
          item={item}
          source="files"
          describedBy={`${limitsId} ${itemElementId(item)}-error`}
          icon={<Icon icon={Plus} />}
          onFiles={onFiles}
        >
          <Text id={hasFiles ? 'documents.add-another' : 'documents.add'} values={values} />
        </FileButton>
        {takesPhotos(item) && (
          <span className={styles['camera']}>
            <FileButton item={item} source="camera" icon={<Icon icon={Camera} />} onFiles={onFiles}>
              <Text id="documents.photo" values={values} />
            </FileButton>
          </span>
        )}
        <span className={styles['drop']}>
          <Text id="documents.drop" />
        </span>
      </div>
    </div>
  );
};
