import type { ClipboardEvent } from 'react';

import { useFileDrop, useStrayDrops } from '#ui/use-file-drop.ts';

/** Files that are pasted into the words, or dropped beside them. Nothing where none may be attached. */
export function useFilesGiven(isAllowed: boolean, onFiles: (files: File[]) => void) {
  const { isOver, handlers } = useFileDrop(onFiles);
  useStrayDrops();
  const onPaste = (event: ClipboardEvent) => {
    const { files: given, types } = event.clipboardData;
    const files = [...given];
    // Note: programs put a picture of the words beside the words.
    if (files.length === 0 || types.includes('text/plain')) return;
    event.preventDefault();
    onFiles(files);
  };
  return isAllowed ? { isOver, drop: handlers, paste: { onPaste } } : { isOver: false, drop: {}, paste: {} };
}
