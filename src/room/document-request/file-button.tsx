import { type ChangeEvent, type ReactNode, useRef } from 'react';

import type { AcceptedType, RequestedItem } from '#contract/document-request.ts';
import { isImageType } from '#domain/detect-file-type.ts';
import { fileEndings } from '#domain/file-name.ts';
import { useText } from '#lib/i18n/text.tsx';
import { Button } from '#ui/button.tsx';

type FileButtonProps = {
  item: Pick<RequestedItem, 'accept' | 'maxFiles' | 'title'>;
  /** `camera`: phones open their rear camera at once. */
  source: 'files' | 'camera';
  onFiles: (files: File[]) => void;
  icon?: ReactNode;
  describedBy?: string;
  children: ReactNode;
};

/** A button that opens the device's own picker. */
export const FileButton = ({ item, source, onFiles, icon, describedBy, children }: FileButtonProps) => {
  const input = useRef<HTMLInputElement>(null);
  const text = useText();
  const isCamera = source === 'camera';

  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    // Note: emptied, so that choosing the same file again is a change.
    event.target.value = '';
    if (files.length > 0) onFiles(files);
  };

  return (
    <>
      <Button aria-describedby={describedBy} variant="secondary" icon={icon} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text(isCamera ? 'documents.photo-label' : 'documents.choose-label', { item: item.title })}
        accept={isCamera ? 'image/*' : toPickerTypes(item.accept)}
        capture={isCamera ? 'environment' : undefined}
        multiple={!isCamera && item.maxFiles > 1}
        onChange={onChange}
      />
    </>
  );
};

export const takesPhotos = ({ accept }: Pick<RequestedItem, 'accept'>): boolean => accept.some(isImageType);

/** Pickers know some types only by their endings. */
const toPickerTypes = (accept: readonly AcceptedType[]) =>
  accept.flatMap((type) => [type, ...fileEndings[type]]).join(',');
