import { useEffect, useEffectEvent } from 'react';

import type { FilledItem } from '#contract/document-request.ts';
import { itemElementId } from '#room/files/element-ids.ts';

/** A pasted picture or file belongs to the item the customer is at; else to the first one that has nothing yet. */
export function usePastedFiles<Item extends FilledItem>(
  items: readonly Item[],
  add: (item: Item, files: File[]) => void,
): void {
  const take = useEffectEvent((files: File[]) => {
    const focused = items.find((item) =>
      document.getElementById(itemElementId(item))?.contains(document.activeElement),
    );
    const item = focused ?? items.find(({ files: added }) => added.length === 0) ?? items[0];
    if (item) add(item, files);
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
