import { useRef } from 'react';
import CircleCheck from 'lucide-react/icons/circle-check';

import type { RequestedItemContent } from '#contract/document-request.ts';
import type { InteractionId } from '#contract/ids.ts';
import { Text, useText } from '#lib/i18n/text.tsx';
import styles from '#room/document-request/requested-item-card.module.css';
import { useRemoveFile } from '#room/document-request/use-remove-file.ts';
import { AddedFiles, countRows } from '#room/files/added-files.tsx';
import { AddFiles, DropNow } from '#room/files/add-files.tsx';
import { itemElementId } from '#room/files/element-ids.ts';
import { countPlacesLeft, type UploadTask } from '#room/files/uploads/upload-task.ts';
import { useUploads } from '#room/files/uploads/use-uploads.ts';
import { useKeptFocus } from '#room/files/use-kept-focus.ts';
import { useFileDrop } from '#ui/use-file-drop.ts';
import { Badge } from '#ui/badge.tsx';
import { FieldError } from '#ui/field.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';

type Place = { interactionId: InteractionId; item: RequestedItemContent };
type CardProps = { place: Place; tasks: readonly UploadTask[]; isMissing: boolean };

/** One thing that is asked for: what it is, what was added, and how to add more. The whole card takes dropped files. */
export const RequestedItemCard = ({ place, tasks, isMissing }: CardProps) => {
  const { interactionId, item } = place;
  const heading = useRef<HTMLHeadingElement>(null);
  const uploads = useUploads();
  const remove = useRemoveFile(interactionId);
  const add = (files: readonly File[]) => {
    uploads.add(interactionId, item, files);
  };
  const { isOver, handlers } = useFileDrop(add);
  useKeptFocus(countRows(item, tasks), () => heading.current?.focus());
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
      <AddedFiles interactionId={interactionId} item={item} tasks={tasks} onRemove={remove} />
      <FieldError controlId={itemElementId(item)}>
        {isMissing && <Text id="documents.problem.missing-here" />}
      </FieldError>
      <AddFiles item={item} controlId={itemElementId(item)} placesLeft={countPlacesLeft(item, tasks)} onFiles={add} />
      {isOver && <DropNow />}
    </section>
  );
};

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
        <Text id="files.added" />
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
