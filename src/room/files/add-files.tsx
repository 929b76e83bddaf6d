import type { ReactNode } from 'react';
import Camera from 'lucide-react/icons/camera';
import Plus from 'lucide-react/icons/plus';

import type { FilledItem } from '#contract/document-request.ts';
import { Text } from '#lib/i18n/text.tsx';
import { useFormat } from '#lib/i18n/use-format.ts';
import { addButtonId } from '#room/files/element-ids.ts';
import { FileButton, takesPhotos } from '#room/files/file-button.tsx';
import styles from '#room/files/files.module.css';
import { useTypeNames } from '#room/files/refusal-text.ts';
import { Icon } from '#ui/icon.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';

type AddFilesProps = {
  item: FilledItem;
  /** Of what stands around it: the button is described by its error, too. */
  controlId: string;
  placesLeft: number;
  onFiles: (files: File[]) => void;
};

/** The ways to add files to an item, and what it takes. */
export const AddFiles = ({ item, controlId, placesLeft, onFiles }: AddFilesProps) => {
  const format = useFormat();
  const nameTypes = useTypeNames();
  if (placesLeft === 0) {
    return (
      <p className={styles['limits']}>
        <Text id="files.full" values={{ count: item.maxFiles }} />
      </p>
    );
  }
  const values = { item: item.title, hidden: (words: ReactNode) => <VisuallyHidden>{words}</VisuallyHidden> };
  const hasFiles = item.maxFiles > placesLeft;
  const limitsId = `${controlId}-limits`;
  return (
    <div className={styles['add']}>
      <p id={limitsId} className={styles['limits']}>
        <Text
          id="files.accepts"
          values={{ types: nameTypes(item), count: item.maxFiles, size: format.fileSize(item.maxBytes) }}
        />
      </p>
      <div className={styles['buttons']}>
        <FileButton
          id={addButtonId(controlId)}
          item={item}
          source="files"
          describedBy={`${limitsId} ${controlId}-error`}
          icon={<Icon icon={Plus} />}
          onFiles={onFiles}
        >
          <Text id={hasFiles ? 'files.add-another' : 'files.add'} values={values} />
        </FileButton>
        {takesPhotos(item) && (
          <span className={styles['camera']}>
            <FileButton item={item} source="camera" icon={<Icon icon={Camera} />} onFiles={onFiles}>
              <Text id="files.photo" values={values} />
            </FileButton>
          </span>
        )}
        <span className={styles['drop']}>
          <Text id="files.drop" />
        </span>
      </div>
    </div>
  );
};

/** Over all of what takes dropped files, while some are held above it. */
export const DropNow = () => (
  <div className={styles['over']} aria-hidden>
    <Text id="files.drop-now" />
  </div>
);
