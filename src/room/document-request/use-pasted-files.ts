import { useEffect, useEffectEvent } from 'react';

import type { DocumentRequestContent } from '#contract/document-request.ts';
import { itemElementId } from '#room/document-request/problems.tsx';
import { useUploads } from '#room/document-request/uploads/use-uploads.ts';

/** A pasted picture or file belongs to the item the customer is at; else to the first one that has nothing yet. */
export function usePastedFiles({ id, items }: DocumentRequestContent): void {
  const uploads = useUploads();
  const take = useEffectEvent((files: File[]) => {
    const focused = items.find((item) =>
      document.getElementById(itemElementId(item))?.contains(document.activeElement),
    );
    const item = focused ?? items.find(({ files: added }) => added.length === 0) ?? items[0];
    if (item) uploads.add(id, item, files);
  });

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    };
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('paste', onPaste);
    };
  }, []);
}
