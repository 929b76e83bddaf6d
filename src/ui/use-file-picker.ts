import { type ChangeEvent, useRef } from 'react';

/** The device's own picker, opened by whatever calls `open`; `input` goes on an `<input>` that nobody sees. */
export function useFilePicker(onFiles: (files: File[]) => void) {
  const ref = useRef<HTMLInputElement>(null);
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    // Note: emptied, so that choosing the same file again is a change.
    target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return {
    open: () => ref.current?.click(),
    input: { ref, type: 'file', hidden: true, onChange },
  };
}
