import type { ReactNode } from 'react';

import type { RequestedItem } from '#contract/document-request.ts';
import { isImageType } from '#domain/detect-file-type.ts';
import { toPickerTypes } from '#domain/file-name.ts';
import { useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';
import { useFilePicker } from '#ui/use-file-picker.ts';

type FileButtonProps = {
  item: Pick<RequestedItem, 'accept' | 'maxFiles' | 'title'>;
  /** `camera`: phones open their rear camera at once. */
  source: 'files' | 'camera';
  onFiles: (files: File[]) => void;
  icon?: ReactNode;
  id?: string;
  describedBy?: string;
  children: ReactNode;
};

/** A button that opens the device's own picker. */
export const FileButton = ({ item, source, onFiles, icon, id, describedBy, children }: FileButtonProps) => {
  const text = useText();
  const picker = useFilePicker(onFiles);
  const isCamera = source === 'camera';
  return (
    <>
      <Button id={id} aria-describedby={describedBy} variant="secondary" icon={icon} onClick={picker.open}>
        {children}
      </Button>
      <input
        {...picker.input}
        aria-label={text(isCamera ? 'files.photo-label' : 'files.choose-label', { item: item.title })}
        accept={isCamera ? 'image/*' : toPickerTypes(item.accept)}
        capture={isCamera ? 'environment' : undefined}
        multiple={!isCamera && item.maxFiles > 1}
      />
    </>
  );
};

export const takesPhotos = ({ accept }: Pick<RequestedItem, 'accept'>): boolean => accept.some(isImageType);
