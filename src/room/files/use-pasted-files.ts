import { useEffect, useEffectEvent } from 'react';

import type { FilledItem } from '#contract/document-request.ts';
import { itemElementId } from '#room/files/element-ids.ts';

/** A pasted picture or file belongs to the item the customer is at; else to the first one on the page that has nothing yet. */
export function usePastedFiles<Item extends FilledItem>(
  items: readonly Item[],
  add: (item: Item, files: File[]) => void,
): void {
  const take = useEffectEvent((files: File[]) => {
    const shown = items.flatMap((item) => {
      const element = document.getElementById(itemElementId(item));
      return element ? [{ item, isFocused: element.contains(document.activeElement) }] : [];
    });
    const focused = shown.find(({ isFocused }) => isFocused);
    const { item } = focused ?? shown.find(({ item: { files: added } }) => added.length === 0) ?? shown[0] ?? {};
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
